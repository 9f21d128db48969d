package io.sentimentstreams.model.scoring.packed;

/** Keeps each record's last hidden state; that before the first timestep if there is none. */
final class LastHidden implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;
  private final int stride;

  /**
   * @param output one timestep a record
   * @param column where the state stands in it
   * @param stride the distance from one record's hidden state to the next
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
  public void take(float[] hidden, int[] steps, int count) {
    // The last ones are handed over at the end.
  }

  @Override
  public void end(float[] hidden) {
    for (int r = 0; r < output.steps(); r++) {
      int to = r * output.width() + column;
      System.arraycopy(hidden, r * stride, output.values(), to, units);
    }
  }
}
