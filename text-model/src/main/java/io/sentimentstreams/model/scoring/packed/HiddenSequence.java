package io.sentimentstreams.model.scoring.packed;

/** Copy of every hidden state. */
final class HiddenSequence implements HiddenOutput {

  private final FloatSequence output;
  private final int column;
  private final int units;
  private final int stride;

  /**
   * Creates a consumer.
   *
   * @param column start of the state in each timestep of the output
   * @param stride distance between the hidden states of records
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
  public void accept(float[] hidden, int[] steps, int count) {
    for (int r = 0; r < count; r++) {
      int to = steps[r] * output.width() + column;
      System.arraycopy(hidden, r * stride, output.values(), to, units);
    }
  }

  @Override
  public void end(float[] hidden) {
    // All states were copied already.
  }
}
