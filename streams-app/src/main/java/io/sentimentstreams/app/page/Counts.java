package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.Totals;
import io.sentimentstreams.model.bundle.Histogram;

/**
 * The counts since the process started.
 *
 * @param totals of the meters
 * @param scores in ten bins
 */
record Counts(Totals totals, Histogram scores) {}
