package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Pools sequences that had to be kept. */
final class KernelPoolingStage implements KernelStage {

  private final TokenBatch tokens;
  private final FloatSequence input;
  private final Pool pool;
  private final FloatSequence output;
  private final float[] features;

  /**
   * @param tokens tell where records begin and end
   * @param pool for one record
   */
  KernelPoolingStage(TokenBatch tokens, FloatSequence input, Pool pool, FloatSequence output) {
    this.tokens = tokens;
    this.input = input;
    this.pool = pool;
    this.output = output;
    features = new float[pool.stride()];
  }

  @Override
  public void run() {
    output.resize(tokens.records());
    int width = input.width();
    for (int r = 0; r < tokens.records(); r++) {
      pool.reset();
      int end = tokens.begin(r) + tokens.steps(r);
      for (int t = tokens.begin(r); t < end; t++) {
        System.arraycopy(input.values(), t * width, features, 0, width);
        pool.take(0, features, 0);
      }
      pool.write(0, output.values(), r * width);
    }
  }
}
