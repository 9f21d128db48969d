/** Dashboards and rules as their files describe them, and a real Prometheus that answers them. */
@NullMarked
package io.sentimentstreams.system.monitoring;

import org.jspecify.annotations.NullMarked;
