package io.sentimentstreams.benchmarks.result;

import java.util.List;

/** What one benchmark gave. */
public interface Result {

  /** Where the figures come from. */
  Origin origin();

  /** The figures, for readers. */
  List<Table> tables();

  /** One picture of them. */
  Chart chart();
}
