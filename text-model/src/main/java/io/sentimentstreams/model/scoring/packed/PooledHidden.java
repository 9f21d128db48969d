package io.sentimentstreams.model.scoring.packed;

/** Pools the hidden states as they come, so that no sequence of them is ever kept. */
final class PooledHidden implements HiddenOutput {

  private final Pool pool;
  private final FloatSequence output;
  private final int column;
  private final int stride;

  /**
   * @param output one timestep a record
   * @param column where the pooled state stands in it
   * @param stride the distance from one record's hidden state to the next
   */
  PooledHidden(Pool pool, FloatSequence output, int column, int stride) {
    this.pool = pool;
    this.output = output;
    this.column = column;
    this.stride = stride;
  }

  @Override
  public void begin(int records, int steps) {
    output.resize(records);
    pool.reset();
  }

  @Override
  public void take(float[] hidden, int[] steps, int count) {
    for (int r = 0; r < count; r++) {
      pool.take(r, hidden, r * stride);
    }
  }

  @Override
  public void end(float[] hidden) {
    for (int r = 0; r < output.steps(); r++) {
      pool.write(r, output.values(), r * output.width() + column);
    }
  }
}
