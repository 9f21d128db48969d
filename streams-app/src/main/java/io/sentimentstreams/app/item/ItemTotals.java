package io.sentimentstreams.app.item;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.SentimentLabel;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The totals of an item in a window, as the store holds them.
 *
 * @param count number of reviews
 * @param positive number of reviews labelled POSITIVE
 * @param sum of the scores
 */
public record ItemTotals(long count, long positive, double sum) {

  private static final int BYTES = 2 * Long.BYTES + Double.BYTES;
  private static final ItemTotals NONE = new ItemTotals(0, 0, 0);

  /**
   * Returns the totals that the store holds.
   *
   * @param stored 24 bytes; null if the store has no entry
   */
  public static ItemTotals of(byte @Nullable [] stored) {
    if (stored == null) {
      return NONE;
    }
    if (stored.length != BYTES) {
      throw new IllegalStateException(
          "The totals of a window have %d bytes, not %d. Reset the application's state."
              .formatted(stored.length, BYTES));
    }
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    return new ItemTotals(buffer.getLong(), buffer.getLong(), buffer.getDouble());
  }

  /** Returns these totals with one more score. */
  ItemTotals plus(ReviewScore score) {
    boolean isPositive = score.getLabel() == SentimentLabel.POSITIVE;
    return new ItemTotals(count + 1, isPositive ? positive + 1 : positive, sum + score.getScore());
  }

  /** Returns the bytes for the store. */
  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(count).putLong(positive).putDouble(sum).array();
  }

  /** Returns the mean score, 0 to 1. */
  public double meanScore() {
    return sum / count;
  }

  /** Returns the share of positive reviews, 0 to 1. */
  public double sharePositive() {
    return (double) positive / count;
  }
}
