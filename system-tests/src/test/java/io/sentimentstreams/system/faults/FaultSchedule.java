package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;

/** Faults that are injected one at a time, independent of other schedules. Not thread-safe. */
interface FaultSchedule {

  /** Returns the kinds that it can inject. */
  List<FaultKind> kinds();

  /** Injects a fault, ends it, and waits until all answers are on time again. */
  void strike(FaultKind kind) throws IOException, InterruptedException;
}
