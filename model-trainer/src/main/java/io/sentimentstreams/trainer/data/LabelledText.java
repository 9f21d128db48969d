package io.sentimentstreams.trainer.data;

/**
 * A review with a label.
 *
 * @param id unique in the data set, such as {@code train/pos/127_10}
 * @param text unmodified text
 * @param label index into the data set's {@link Labels}
 * @param domain value of the domain column, such as {@code hotels}; empty if none was asked for
 */
public record LabelledText(String id, String text, int label, String domain) {

  public LabelledText {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Missing review id: ''. Use an id that is not blank.");
    }
    if (label < 0) {
      throw new IllegalArgumentException(
          "Invalid label: %d. Use an index from 0.".formatted(label));
    }
  }

  /** Creates a review without a domain. */
  public LabelledText(String id, String text, int label) {
    this(id, text, label, "");
  }

  /** Creates a review with one of two labels and without a domain. */
  public LabelledText(String id, String text, boolean positive) {
    this(id, text, positive ? 1 : 0);
  }

  /** Returns whether the review is positive, in a data set with two labels. */
  public boolean positive() {
    return label == 1;
  }
}
