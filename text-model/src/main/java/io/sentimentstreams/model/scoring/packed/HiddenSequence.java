package io.sentimentstreams.model.scoring.packed;

/** Keeps every hidden state. */
final class HiddenSequence implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;
  private final int stride;

  /**
   * @param column where the state stands in each timestep of the output
   * @param stride the distance from one record's hidden state to the next
   */
  HiddenSequence(FloatSequence output, int column, int units, int stride) {
    this.output = output;
    this.column = column;
    this.units = units;
    this.stride = stride;
  }

  @Override
  public void begin(int records, int steps) {
    output.resize(steps);
  }

  @Override
  public void take(float[] hidden, int[] steps, int count) {
    for (int r = 0; r < count; r++) {
      int to = steps[r] * output.width() + column;
      System.arraycopy(hidden, r * stride, output.values(), to, units);
    }
  }

  @Override
  public void end(float[] hidden) {
    // Everything has been taken.
  }
}
