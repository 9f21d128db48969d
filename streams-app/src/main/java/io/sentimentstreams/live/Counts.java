package io.sentimentstreams.live;

import io.sentimentstreams.bundle.Histogram;
import io.sentimentstreams.metrics.Totals;

/**
 * What was counted since the process began.
 *
 * @param totals by the meters
 * @param scores by tenths
 */
record Counts(Totals totals, Histogram scores) {}
