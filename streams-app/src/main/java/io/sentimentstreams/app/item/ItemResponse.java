package io.sentimentstreams.app.item;

import java.util.List;

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
   * @param meanScore 0 to 1
   * @param sharePositive 0 to 1
   */
  record Window(String start, String end, long count, double meanScore, double sharePositive) {}
}
