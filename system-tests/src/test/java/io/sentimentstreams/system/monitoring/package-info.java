/** Dashboards and rules, read from their files, and a real Prometheus that evaluates them. */
@NullMarked
package io.sentimentstreams.system.monitoring;

import org.jspecify.annotations.NullMarked;
