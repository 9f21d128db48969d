package io.sentimentstreams.model.scoring.reference;

/** Features of all timesteps, concatenated; memory has this layout already. */
public final class FlattenStage implements Stage {

  private final int steps;
  private final Sequence output;

  /**
   * Creates a stage.
   *
   * @param steps length of every sequence
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
          "the network flattens %d timesteps, but the sequence has %d; pad or truncate it"
              .formatted(steps, given));
    }
  }

  @Override
  public Sequence output() {
    return output;
  }
}
