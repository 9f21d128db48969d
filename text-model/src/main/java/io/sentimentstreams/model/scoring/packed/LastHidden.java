package io.sentimentstreams.model.scoring.packed;

/** Each record's last hidden state; the initial state if there are no timesteps. */
final class LastHidden implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;
  private final int stride;

  /**
   * Creates a consumer.
   *
   * @param column start of the state in the output, which has one timestep per record
   * @param stride distance between the hidden states of records
   */
  LastHidden(FloatSequence output, int column, int units, int stride) {
    this.output = output;
    this.column = column;
    this.units = units;
    this.stride = stride;
  }

  @Override
  public void begin(int records, int steps) {
    output.resize(records);
  }

  @Override
  public void accept(float[] hidden, int[] steps, int count) {
    // The last states are copied at the end.
  }

  @Override
  public void end(float[] hidden) {
    for (int r = 0; r < output.steps(); r++) {
      int to = r * output.width() + column;
      System.arraycopy(hidden, r * stride, output.values(), to, units);
    }
  }
}
