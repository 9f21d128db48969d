package io.sentimentstreams.train;

/**
 * A review as the network sees it.
 *
 * @param ids its token indices, at least one, each above 0; not changed
 * @param positive what its author meant
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of ids: a list of boxes would not fit.
public record Example(int[] ids, boolean positive) {

  public Example {
    if (ids.length == 0) {
      throw new IllegalArgumentException("an example needs at least one token");
    }
  }
}
