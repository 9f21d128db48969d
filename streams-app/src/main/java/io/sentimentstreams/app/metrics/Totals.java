package io.sentimentstreams.app.metrics;

import io.sentimentstreams.model.bundle.Histogram;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the meters have counted since the process began.
 *
 * @param scored reviews by label, every label among them
 * @param deadLettered records by reason, every reason among them
 * @param scoring seconds to score one text
 * @param endToEnd seconds from a record's timestamp until its score was made
 */
public record Totals(
    Map<String, Long> scored,
    Map<String, Long> deadLettered,
    Histogram scoring,
    Histogram endToEnd) {

  public Totals {
    scored = Collections.unmodifiableMap(new TreeMap<>(scored));
    deadLettered = Collections.unmodifiableMap(new TreeMap<>(deadLettered));
  }

  /** Reviews that were scored, whatever their label. */
  public long allScored() {
    return scored.values().stream().mapToLong(Long::longValue).sum();
  }
}
