package io.sentimentstreams.trainer.data;

/**
 * A review whose author's opinion is known.
 *
 * @param id unique in its data set, such as {@code train/pos/127_10}
 * @param text what was written, as it was
 * @param label what it is called, an index of the data set's {@link Labels}
 */
public record LabelledText(String id, String text, int label) {

  public LabelledText {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a review needs an id that is not blank");
    }
    if (label < 0) {
      throw new IllegalArgumentException("a label must be at least 0, was " + label);
    }
  }

  /** One of two labels. */
  public LabelledText(String id, String text, boolean positive) {
    this(id, text, positive ? 1 : 0);
  }

  /** Whether the author liked it, where there are two labels. */
  public boolean positive() {
    return label == 1;
  }
}
