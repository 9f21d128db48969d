package io.sentimentstreams.trainer.train.batch;

/**
 * Training example: token indices with targets.
 *
 * @param ids token indices, at least one; padded with zeros for a network without a mask, otherwise
 *     above 0; not modified
 * @param targets target outputs, each 0 to 1; not modified. For two classes only P(positive): 0 or
 *     1 for a label, between them for a teacher's score (Hinton et al., 2015). For more classes one
 *     probability per class.
 * @param weight factor of the loss in training, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of ids: a list of boxes would not fit.
public record Example(int[] ids, float[] targets, float weight) {

  public Example {
    if (ids.length == 0) {
      throw new IllegalArgumentException("No tokens in an example. Provide at least one.");
    }
    if (targets.length == 0) {
      throw new IllegalArgumentException("No targets in an example. Provide at least one.");
    }
    for (float target : targets) {
      if (!(target >= 0 && target <= 1)) {
        throw new IllegalArgumentException(
            "Invalid target: %s. Use a number from 0 to 1.".formatted(target));
      }
    }
    if (!(weight > 0 && Float.isFinite(weight))) {
      throw new IllegalArgumentException(
          "Invalid weight: %s. Use a number above 0.".formatted(weight));
    }
  }

  /** Creates an example of the weight 1. */
  public Example(int[] ids, float[] targets) {
    this(ids, targets, 1);
  }

  /** Creates an example of two classes with P(positive). */
  public Example(int[] ids, float target) {
    this(ids, new float[] {target});
  }

  /** Creates an example with one of two labels. */
  public static Example labelled(int[] ids, boolean positive) {
    return new Example(ids, positive ? 1 : 0);
  }

  /**
   * Creates an example with a label.
   *
   * @param label below {@code classes}; 1 is positive for two classes
   */
  public static Example labelled(int[] ids, int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "Invalid label: %d. Use 0 to %d.".formatted(label, classes - 1));
    }
    if (classes == 2) {
      return labelled(ids, label == 1);
    }
    float[] targets = new float[classes];
    targets[label] = 1;
    return new Example(ids, targets);
  }

  /** Returns the target P(positive) of an example of two classes. */
  public float target() {
    return targets[0];
  }
}
