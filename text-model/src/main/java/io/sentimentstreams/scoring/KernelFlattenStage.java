package io.sentimentstreams.scoring;

/** All timesteps' features side by side, as they lie in memory already. */
final class KernelFlattenStage implements KernelStage {

  private final FloatSequence input;
  private final int steps;
  private final FloatSequence output;

  /**
   * @param steps the length of every sequence
   * @param output is {@code steps} times as wide as the input
   */
  KernelFlattenStage(FloatSequence input, int steps, FloatSequence output) {
    this.input = input;
    this.steps = steps;
    this.output = output;
  }

  @Override
  public void run() {
    FlattenStage.requireLength(steps, input.steps());
    output.resize(1);
    System.arraycopy(input.values(), 0, output.values(), 0, output.width());
  }
}
