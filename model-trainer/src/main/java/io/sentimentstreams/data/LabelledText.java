package io.sentimentstreams.data;

/**
 * A review whose author's opinion is known.
 *
 * @param id unique in its data set, such as {@code train/pos/127_10}
 * @param text what was written, as it was
 * @param positive whether the author liked it
 */
public record LabelledText(String id, String text, boolean positive) {

  public LabelledText {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a review needs an id that is not blank");
    }
  }
}
