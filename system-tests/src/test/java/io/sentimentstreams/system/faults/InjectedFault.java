package io.sentimentstreams.system.faults;

import java.time.Duration;

/**
 * A fault that happened.
 *
 * @param at since the run began
 * @param victim who was hit
 * @param recovery until every partition of every fleet concerned had an answer to a review that was
 *     published after the fault
 */
record InjectedFault(FaultKind kind, Duration at, String victim, Duration recovery) {}
