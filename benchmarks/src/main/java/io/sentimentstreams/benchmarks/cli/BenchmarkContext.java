package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.kernels.KernelsBenchmark;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Results;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Context of a command.
 *
 * @param home root of the sources
 * @param command command line
 * @param clock clock for dates
 * @param out writer for tables
 * @param err writer for progress
 */
record BenchmarkContext(
    Path home, String command, InstantSource clock, PrintWriter out, PrintWriter err) {

  /** Returns the origin of a measurement that starts now. */
  Origin origin(boolean quick) {
    return Origin.now(home, clock, command, quick, KernelsBenchmark.vectorBits());
  }

  /** Prints a result and saves it. */
  void publish(String name, Result result) {
    out.println();
    result.tables().stream()
        .filter(table -> !table.rows().isEmpty())
        .forEach(table -> out.println(table.toText()));
    out.println(result.origin().toText());
    out.println("saved in " + home.relativize(new Results(home).write(name, result)));
  }
}
