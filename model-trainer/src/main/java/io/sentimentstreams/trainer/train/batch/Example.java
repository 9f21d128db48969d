package io.sentimentstreams.trainer.train.batch;

/**
 * A review as the network sees it.
 *
 * @param ids its token indices, at least one; padded with zeros where the network counts them, each
 *     above 0 where it masks them; not changed
 * @param targets what the network learns to give, each 0 to 1; not changed. For two classes
 *     P(positive) alone: one of the two where the review has a label, between them where a teacher
 *     judged it (Hinton et al., 2015). For more the probability of each class.
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of ids: a list of boxes would not fit.
public record Example(int[] ids, float[] targets) {

  public Example {
    if (ids.length == 0) {
      throw new IllegalArgumentException("an example needs at least one token");
    }
    if (targets.length == 0) {
      throw new IllegalArgumentException("an example needs at least one target");
    }
    for (float target : targets) {
      if (!(target >= 0 && target <= 1)) {
        throw new IllegalArgumentException("a target must be 0 to 1, was " + target);
      }
    }
  }

  /** A review of two classes, positive with a probability. */
  public Example(int[] ids, float target) {
    this(ids, new float[] {target});
  }

  /** A review with one of two labels. */
  public static Example labelled(int[] ids, boolean positive) {
    return new Example(ids, positive ? 1 : 0);
  }

  /**
   * A review with a label.
   *
   * @param label below {@code classes}; of two, 1 is positive
   */
  public static Example labelled(int[] ids, int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "a label must be 0 to %d, was %d".formatted(classes - 1, label));
    }
    if (classes == 2) {
      return labelled(ids, label == 1);
    }
    float[] targets = new float[classes];
    targets[label] = 1;
    return new Example(ids, targets);
  }

  /** P(positive) that the network learns, where there are two classes. */
  public float target() {
    return targets[0];
  }
}
