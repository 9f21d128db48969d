package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;

/** Two outputs of the same shape made one, element by element. */
final class MergeStage implements KernelStage {

  private final FloatSequence forward;
  private final FloatSequence backward;
  private final MergeMode merge;
  private final FloatSequence output;

  /**
   * @param merge not {@code CONCAT}, which is a matter of where the two are written
   */
  MergeStage(FloatSequence forward, FloatSequence backward, MergeMode merge, FloatSequence output) {
    this.forward = forward;
    this.backward = backward;
    this.merge = merge;
    this.output = output;
  }

  @Override
  public void run() {
    output.resize(forward.steps());
    float[] a = forward.values();
    float[] b = backward.values();
    float[] merged = output.values();
    int elements = forward.steps() * output.width();
    for (int i = 0; i < elements; i++) {
      merged[i] =
          switch (merge) {
            case SUM -> a[i] + b[i];
            case AVE -> (a[i] + b[i]) / 2;
            case MUL -> a[i] * b[i];
            case CONCAT -> throw new AssertionError(merge);
          };
    }
  }
}
