package io.sentimentstreams.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {

  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownOptionIsReportedInOneLine() {
    assertThat(run("kernels", "--fast")).isEqualTo(2);

    assertThat(err.toString()).startsWith("error: Unknown option: '--fast'").hasLineCount(1);
  }

  @Test
  void helpNamesTheBenchmarks() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("kernels");
  }

  private int run(String... arguments) {
    return Benchmarks.run(
        arguments,
        home,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }
}
