package io.sentimentstreams.scoring;

/** Pools a sequence that had to be kept. */
final class KernelPoolingStage implements KernelStage {

  private final FloatSequence input;
  private final Pool pool;
  private final FloatSequence output;
  private final float[] features;

  KernelPoolingStage(FloatSequence input, Pool pool, FloatSequence output) {
    this.input = input;
    this.pool = pool;
    this.output = output;
    features = new float[input.width()];
  }

  @Override
  public void run() {
    pool.reset();
    int width = input.width();
    for (int t = 0; t < input.steps(); t++) {
      System.arraycopy(input.values(), t * width, features, 0, width);
      pool.take(features);
    }
    output.resize(1);
    pool.write(output.values(), 0);
  }
}
