package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;

/** Makes faults one after the other, beside other lanes. Not thread-safe. */
interface FaultSchedule {

  /** The kinds that it can make. */
  List<FaultKind> kinds();

  /** Makes a fault, mends it, and waits until it is not felt any more. */
  void strike(FaultKind kind) throws IOException, InterruptedException;
}
