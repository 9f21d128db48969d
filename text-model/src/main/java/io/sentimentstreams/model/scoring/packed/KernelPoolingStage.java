package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Pooling of sequences that are kept in memory. */
final class KernelPoolingStage implements KernelStage {

  private final TokenBatch tokens;
  private final FloatSequence input;
  private final Pool pool;
  private final FloatSequence output;
  private final float[] features;

  /**
   * Creates a stage.
   *
   * @param tokens start and end of each record
   * @param pool pool for one record
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
        pool.accept(0, features, 0);
      }
      pool.write(0, output.values(), r * width);
    }
  }
}
