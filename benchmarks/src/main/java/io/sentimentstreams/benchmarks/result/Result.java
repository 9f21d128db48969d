package io.sentimentstreams.benchmarks.result;

import java.util.List;

/** What one benchmark gave. */
public interface Result {

  /** Where the figures come from. */
  Origin origin();

  /** The figures, for readers. */
  List<Table> tables();

  /** The part of them that a page has room for. */
  default List<Table> summary() {
    return tables();
  }

  /** One picture of them. */
  Chart chart();
}
