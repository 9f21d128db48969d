package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.kernels.KernelsBenchmark;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Results;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What every command works with.
 *
 * @param home the root of the sources
 * @param command the command line
 * @param clock for dates
 * @param out for tables
 * @param err for progress
 */
record Bench(Path home, String command, InstantSource clock, PrintWriter out, PrintWriter err) {

  /** Of a measurement that begins now. */
  Origin origin(boolean quick) {
    return Origin.now(home, clock, command, quick, KernelsBenchmark.vectorBits());
  }

  /** Prints a result and keeps it. */
  void publish(String name, Result result) {
    out.println();
    result.tables().stream()
        .filter(table -> !table.rows().isEmpty())
        .forEach(table -> out.println(table.toText()));
    out.println(result.origin().toText());
    out.println("kept in " + home.relativize(new Results(home).write(name, result)));
  }
}
