package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;

/** Two recurrences over the same sequence, merged timestep by timestep. */
final class BidirectionalStage implements Stage {

  private final RecurrentStage forward;
  private final RecurrentStage backward;
  private final MergeMode merge;
  private final Sequence output;

  BidirectionalStage(RecurrentStage forward, RecurrentStage backward, MergeMode merge) {
    this.forward = forward;
    this.backward = backward;
    this.merge = merge;
    int units = forward.output().width();
    output = new Sequence(merge == MergeMode.CONCAT ? 2 * units : units);
  }

  @Override
  public void run(Sequence input) {
    forward.run(input);
    backward.run(input);
    int steps = forward.output().steps();
    output.resize(steps);
    if (merge == MergeMode.CONCAT) {
      concatenate(steps);
    } else {
      combine(steps * output.width());
    }
  }

  private void concatenate(int steps) {
    int units = forward.output().width();
    double[] first = forward.output().values();
    double[] second = backward.output().values();
    for (int t = 0; t < steps; t++) {
      System.arraycopy(first, t * units, output.values(), 2 * t * units, units);
      System.arraycopy(second, t * units, output.values(), (2 * t + 1) * units, units);
    }
  }

  private void combine(int elements) {
    double[] first = forward.output().values();
    double[] second = backward.output().values();
    double[] merged = output.values();
    for (int i = 0; i < elements; i++) {
      merged[i] =
          switch (merge) {
            case SUM -> first[i] + second[i];
            case AVE -> (first[i] + second[i]) / 2;
            case MUL -> first[i] * second[i];
            case CONCAT -> throw new AssertionError(merge);
          };
    }
  }

  @Override
  public Sequence output() {
    return output;
  }
}
