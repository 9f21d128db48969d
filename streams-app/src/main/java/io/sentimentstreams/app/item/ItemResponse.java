package io.sentimentstreams.app.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code GET /v1/items/ID}.
 *
 * @param windows the retained windows, newest first
 */
record ItemResponse(String itemId, List<Window> windows) {

  /**
   * One window.
   *
   * @param start inclusive, ISO 8601 in UTC
   * @param end exclusive, ISO 8601 in UTC
   * @param count number of reviews
   * @param abstained number of them without a label
   * @param meanScore 0 to 1; null if no review has a score
   * @param shares of the reviews with a label, the most frequent label first
   */
  record Window(
      String start,
      String end,
      long count,
      long abstained,
      @Nullable Double meanScore,
      List<Share> shares) {}

  /**
   * The share of a label.
   *
   * @param share above 0 and at most 1
   */
  record Share(String label, double share) {}
}
