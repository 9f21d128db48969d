package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;

/** Element-wise merge of two outputs of the same shape. */
final class MergeStage implements KernelStage {

  private final FloatSequence forward;
  private final FloatSequence backward;
  private final MergeMode merge;
  private final FloatSequence output;

  /**
   * Creates a stage.
   *
   * @param merge not {@code CONCAT}, for which both directions write into one output
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
