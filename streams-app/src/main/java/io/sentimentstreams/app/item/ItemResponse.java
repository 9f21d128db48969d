package io.sentimentstreams.app.item;

import java.util.List;

/**
 * What {@code GET /v1/items/ID} answers.
 *
 * @param windows that are remembered, the newest first
 */
record ItemResponse(String itemId, List<Window> windows) {

  /**
   * One window.
   *
   * @param start its first moment, ISO 8601 in UTC
   * @param end the first moment after it
   * @param count of reviews
   * @param meanScore 0 to 1
   * @param sharePositive 0 to 1
   */
  record Window(String start, String end, long count, double meanScore, double sharePositive) {}
}
