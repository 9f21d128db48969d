package io.sentimentstreams.train;

/**
 * A review as the network sees it.
 *
 * @param ids its token indices, at least one; padded with zeros where the network counts them, each
 *     above 0 where it masks them; not changed
 * @param target P(positive) that the network learns, 0 to 1: one of the two where the review has a
 *     label, between them where a teacher judged it (Hinton et al., 2015)
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of ids: a list of boxes would not fit.
public record Example(int[] ids, float target) {

  public Example {
    if (ids.length == 0) {
      throw new IllegalArgumentException("an example needs at least one token");
    }
    if (!(target >= 0 && target <= 1)) {
      throw new IllegalArgumentException("a target must be 0 to 1, was " + target);
    }
  }

  /** A review with a label. */
  public static Example labelled(int[] ids, boolean positive) {
    return new Example(ids, positive ? 1 : 0);
  }
}
