package io.sentimentstreams.benchmarks.result;

import java.util.List;

/** Result of one benchmark. */
public interface Result {

  /** Returns the origin of the figures. */
  Origin origin();

  /** Returns the figures as tables. */
  List<Table> tables();

  /** Returns the tables for the documentation. */
  default List<Table> summary() {
    return tables();
  }

  /** Returns one chart of the figures. */
  Chart chart();
}
