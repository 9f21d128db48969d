/** Metrics: the definitions of all meters, and the classes that record, sample and read them. */
@NullMarked
package io.sentimentstreams.app.metrics;

import org.jspecify.annotations.NullMarked;
