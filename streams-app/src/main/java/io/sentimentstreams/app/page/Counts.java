package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.Totals;
import io.sentimentstreams.model.bundle.Histogram;

/**
 * What was counted since the process began.
 *
 * @param totals by the meters
 * @param scores by tenths
 */
record Counts(Totals totals, Histogram scores) {}
