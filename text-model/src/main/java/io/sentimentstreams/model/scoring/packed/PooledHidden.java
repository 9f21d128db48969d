package io.sentimentstreams.model.scoring.packed;

/** Pooling of hidden states as they are computed, so that their sequence is never stored. */
final class PooledHidden implements HiddenOutput {

  private final Pool pool;
  private final FloatSequence output;
  private final int column;
  private final int stride;

  /**
   * Creates a consumer.
   *
   * @param column start of the pooled state in the output, which has one timestep per record
   * @param stride distance between the hidden states of records
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
  public void accept(float[] hidden, int[] steps, int count) {
    for (int r = 0; r < count; r++) {
      pool.accept(r, hidden, r * stride);
    }
  }

  @Override
  public void end(float[] hidden) {
    for (int r = 0; r < output.steps(); r++) {
      pool.write(r, output.values(), r * output.width() + column);
    }
  }
}
