package io.sentimentstreams.scoring;

/** Keeps the last hidden state; that before the first timestep if there is none. */
final class LastHidden implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;

  /**
   * @param column where the state stands in the output's only timestep
   */
  LastHidden(FloatSequence output, int column, int units) {
    this.output = output;
    this.column = column;
    this.units = units;
  }

  @Override
  public void begin(int steps) {
    output.resize(1);
  }

  @Override
  public void take(float[] hidden, int step) {
    // The last one is handed over at the end.
  }

  @Override
  public void end(float[] hidden) {
    System.arraycopy(hidden, 0, output.values(), column, units);
  }
}
