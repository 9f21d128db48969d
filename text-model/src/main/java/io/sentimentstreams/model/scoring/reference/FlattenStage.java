package io.sentimentstreams.model.scoring.reference;

/** All timesteps' features side by side, as they lie in memory already. */
public final class FlattenStage implements Stage {

  private final int steps;
  private final Sequence output;

  /**
   * @param steps the length of every sequence
   */
  FlattenStage(int steps, int width) {
    this.steps = steps;
    output = new Sequence(steps * width);
    output.resize(1);
  }

  @Override
  public void run(Sequence input) {
    requireLength(steps, input.steps());
    System.arraycopy(input.values(), 0, output.values(), 0, output.width());
  }

  /** Refuses a sequence of another length. */
  public static void requireLength(int steps, int given) {
    if (given != steps) {
      throw new IllegalArgumentException(
          "the network flattens %d timesteps, was given %d; pad or cut the sequence"
              .formatted(steps, given));
    }
  }

  @Override
  public Sequence output() {
    return output;
  }
}
