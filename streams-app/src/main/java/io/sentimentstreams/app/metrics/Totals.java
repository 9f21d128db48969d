package io.sentimentstreams.app.metrics;

import io.sentimentstreams.model.bundle.Histogram;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The totals of the meters since the process started.
 *
 * @param scored number of reviews by label, including labels without a review; those without a
 *     label are under the empty text
 * @param abstained number of reviews without a label by reason, including reasons without a review
 * @param deadLettered number of records by reason, including reasons without a record
 * @param scoring histogram of seconds to score one text
 * @param endToEnd histogram of seconds from a record's timestamp until its score
 */
public record Totals(
    Map<String, Long> scored,
    Map<String, Long> abstained,
    Map<String, Long> deadLettered,
    Histogram scoring,
    Histogram endToEnd) {

  public Totals {
    scored = Collections.unmodifiableMap(new TreeMap<>(scored));
    abstained = Collections.unmodifiableMap(new TreeMap<>(abstained));
    deadLettered = Collections.unmodifiableMap(new TreeMap<>(deadLettered));
  }

  /** Returns the number of scored reviews, with a label or without. */
  public long allScored() {
    return scored.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of scored reviews by label, without those that have none. */
  public Map<String, Long> labelled() {
    Map<String, Long> labelled = new TreeMap<>(scored);
    labelled.remove(DecisionMeters.NO_LABEL);
    return labelled;
  }
}
