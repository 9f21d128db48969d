package io.sentimentstreams.app.item;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.SentimentLabel;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of an item in a window, as the store holds it.
 *
 * @param count of reviews
 * @param positive how many of them are labelled POSITIVE
 * @param sum of their scores
 */
public record ItemTotals(long count, long positive, double sum) {

  private static final int BYTES = 2 * Long.BYTES + Double.BYTES;
  private static final ItemTotals NONE = new ItemTotals(0, 0, 0);

  /** What the store holds; nothing was counted where it holds nothing. */
  public static ItemTotals of(byte @Nullable [] stored) {
    if (stored == null) {
      return NONE;
    }
    if (stored.length != BYTES) {
      throw new IllegalStateException(
          "a window's counts must have %d bytes, had %d".formatted(BYTES, stored.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    return new ItemTotals(buffer.getLong(), buffer.getLong(), buffer.getDouble());
  }

  ItemTotals plus(ReviewScore score) {
    boolean isPositive = score.getLabel() == SentimentLabel.POSITIVE;
    return new ItemTotals(count + 1, isPositive ? positive + 1 : positive, sum + score.getScore());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(count).putLong(positive).putDouble(sum).array();
  }

  /** The mean score, 0 to 1. */
  public double meanScore() {
    return sum / count;
  }

  /** The share of positive reviews, 0 to 1. */
  public double sharePositive() {
    return (double) positive / count;
  }
}
