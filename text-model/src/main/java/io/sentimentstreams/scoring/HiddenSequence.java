package io.sentimentstreams.scoring;

/** Keeps every hidden state. */
final class HiddenSequence implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;

  /**
   * @param column where the state stands in each timestep of the output
   */
  HiddenSequence(FloatSequence output, int column, int units) {
    this.output = output;
    this.column = column;
    this.units = units;
  }

  @Override
  public void begin(int steps) {
    output.resize(steps);
  }

  @Override
  public void take(float[] hidden, int step) {
    System.arraycopy(hidden, 0, output.values(), step * output.width() + column, units);
  }

  @Override
  public void end(float[] hidden) {
    // Everything has been taken.
  }
}
