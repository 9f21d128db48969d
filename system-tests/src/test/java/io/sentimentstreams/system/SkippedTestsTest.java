package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program that lets {@code .ci/run} fail if a test was skipped for another reason than Docker.
 */
class SkippedTestsTest {

  private static final Path PROGRAM =
      Path.of(System.getProperty("repository.root", ".."), ".ci/SkippedTests.java");
  private static final String PASSED = "<testcase classname='a.FineTest' name='passes'/>";

  @TempDir private Path folder;

  /** The result of the program. */
  private record Outcome(int exitCode, String output) {}

  @Test
  void missingDockerIsAccepted() throws Exception {
    report("surefire", "FineTest", PASSED);
    report("failsafe", "ContainerIT", skipped("ContainerIT", "no Docker engine answers"));

    Outcome outcome = check();

    assertThat(outcome.output())
        .contains("skipped: a.ContainerIT.runs: no Docker engine answers\n")
        .contains("2 reports, 1 tests skipped");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void otherReasonFails() throws Exception {
    report("surefire", "FineTest", PASSED);
    report("failsafe", "PageIT", skipped("PageIT", "chromedriver is not installed"));

    Outcome outcome = check();

    assertThat(outcome.output())
        .contains("skipped: a.PageIT.runs: chromedriver is not installed\n")
        .contains("another reason than Docker: 1.");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void missingReasonFails() throws Exception {
    report(
        "surefire",
        "IdleTest",
        "<testcase classname='a.IdleTest' name='runs'><skipped/></testcase>");

    Outcome outcome = check();

    assertThat(outcome.output()).contains("skipped: a.IdleTest.runs: no reason given\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void classWithoutReportedTestsFails() throws Exception {
    report("failsafe", "LostIT", "");

    Outcome outcome = check();

    assertThat(outcome.output()).contains("skipped: LostIT: none of its tests was reported\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void buildWithoutReportsFails() throws Exception {
    Outcome outcome = check();

    assertThat(outcome.output()).contains("No test report found below");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  private void report(String plugin, String suite, String tests) throws IOException {
    Path reports = folder.resolve("module/target/" + plugin + "-reports");
    Files.createDirectories(reports);
    Files.writeString(
        reports.resolve("TEST-a." + suite + ".xml"),
        "<testsuite name='%s' tests='%d'>%s</testsuite>"
            .formatted(suite, tests.isEmpty() ? 0 : 1, tests));
  }

  /** Returns the XML of a test that an assumption skipped, in Surefire's format. */
  private static String skipped(String suite, String reason) {
    return """
        <testcase classname='a.%s' name='runs'><skipped type='org.opentest4j.TestAbortedException'
        ><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: %s
        \tat a.%s.runs(%s.java:67)
        ]]></skipped></testcase>
        """
        .formatted(suite, reason, suite, suite);
  }

  private Outcome check() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                PROGRAM.toString(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), output);
  }
}
