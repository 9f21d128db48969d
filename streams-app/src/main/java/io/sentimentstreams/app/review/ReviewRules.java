package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;

/** The rules that each review must follow, in any format. */
public final class ReviewRules {

  static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  static final String SEND_A_RATING = "Send an integer from 1 to 5, or null.";

  private static final int MIN_RATING = 1;
  private static final int MAX_RATING = 5;

  private ReviewRules() {}

  /**
   * Returns a review without byte order marks and carriage returns at the edges of its text.
   *
   * @throws UnscorableRecordException if the review breaks a rule
   */
  public static ReviewEvent checked(ReviewEvent review) {
    String text = checkedText(review.getText());
    if (!isInRange(review.getOccurredAt())) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_A_REVIEW,
          "Field 'occurredAt' is not in the years 1 to 9999: %d ms since 1970. Send milliseconds."
              .formatted(review.getOccurredAt().toEpochMilli()),
          null);
    }
    Integer rating = review.getRating();
    if (rating != null && !isRating(rating)) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_A_REVIEW,
          "Field 'rating' is not 1 to 5: %d. %s".formatted(rating, SEND_A_RATING),
          null);
    }
    if (!text.equals(review.getText())) {
      review.setText(text);
    }
    return review;
  }

  /**
   * Returns a text without byte order marks and carriage returns at its edges.
   *
   * @throws UnscorableRecordException if the text has no visible character, or a NUL character
   */
  public static String checkedText(String raw) {
    String text = TextEdges.withoutMarks(raw);
    if (!VisibleText.isIn(text)) {
      throw new UnscorableRecordException(
          DeadLetterReason.NO_TEXT,
          "The review's text is empty, blank or invisible. Send only reviews that have a text.",
          null);
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new UnscorableRecordException(
          DeadLetterReason.NUL_IN_TEXT,
          ("The review's text has a NUL character: character %d of %d. Send text in UTF-8; UTF-16"
                  + " without a byte order mark has such characters.")
              .formatted(nul + 1, text.length()),
          null);
    }
    return text;
  }

  /** Returns whether a number is a rating: 1 to 5 stars. */
  static boolean isRating(int rating) {
    return MIN_RATING <= rating && rating <= MAX_RATING;
  }

  /** Returns whether a time has a year from 1 to 9999, which clients in any language can read. */
  static boolean isInRange(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }
}
