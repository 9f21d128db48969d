package io.sentimentstreams.quickstart.review;

import java.util.Optional;

/**
 * A review with the label that a reader would give it.
 *
 * @param id unique among the reviews of a run
 * @param item the reviewed item
 * @param expected the label that a reader would give it; empty if unknown
 * @param text the review, not blank
 * @param language a language tag (BCP 47) to send with the review; empty to send none
 */
public record LabelledReview(
    String id, String item, Optional<String> expected, String text, Optional<String> language) {

  /** Checks the text. */
  public LabelledReview {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The text of review " + id + " is blank.");
    }
  }

  /** Returns this review without its language, which the application then detects. */
  public LabelledReview withoutLanguage() {
    return new LabelledReview(id, item, expected, text, Optional.empty());
  }

  /** Returns this review with another expected label. */
  public LabelledReview withExpected(Optional<String> label) {
    return new LabelledReview(id, item, label, text, language);
  }

  /** Returns whether a label is the expected one; nothing if no label is expected. */
  public Optional<Boolean> expects(String label) {
    return expected.map(each -> each.equalsIgnoreCase(label));
  }
}
