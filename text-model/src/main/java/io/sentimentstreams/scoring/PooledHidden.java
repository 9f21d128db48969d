package io.sentimentstreams.scoring;

/** Pools the hidden states as they come, so that no sequence of them is ever kept. */
final class PooledHidden implements HiddenOutput {

  private final Pool pool;
  private final FloatSequence output;
  private final int column;

  /**
   * @param column where the pooled state stands in the output's only timestep
   */
  PooledHidden(Pool pool, FloatSequence output, int column) {
    this.pool = pool;
    this.output = output;
    this.column = column;
  }

  @Override
  public void begin(int steps) {
    output.resize(1);
    pool.reset();
  }

  @Override
  public void take(float[] hidden, int step) {
    pool.take(hidden);
  }

  @Override
  public void end(float[] hidden) {
    pool.write(output.values(), column);
  }
}
