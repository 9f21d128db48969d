package io.sentimentstreams.system.faults;

import java.time.Duration;

/**
 * An injected fault.
 *
 * @param kind kind of the fault
 * @param at time since the start of the run
 * @param victim name of the broker, instance or fleet
 * @param recovery time until every partition of every affected fleet had an answer to a review that
 *     was published after the fault
 */
record InjectedFault(FaultKind kind, Duration at, String victim, Duration recovery) {}
