package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.system.monitoring.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards, checked with the schemas in Grafana's Python SDK. */
class DashboardSchemaTest {

  private static final String PYTHON =
      Optional.ofNullable(System.getProperty("python"))
          .or(() -> Optional.ofNullable(System.getenv("PYTHON")))
          .orElse("python3");
  private static final String SCRIPT = "src/test/python/dashboards.py";

  /** The result of a process. */
  private record Outcome(int status, String output) {}

  @BeforeEach
  void needsPython() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) || LocalProgram.isThere(PYTHON),
        PYTHON + " is not installed (set -Dpython=PATH)");
    assumeTrue(
        check(List.of()).status() == 0,
        PYTHON
            + " has no grafana-foundation-sdk"
            + " (pip install -r system-tests/requirements.txt, or set -Dpython=PATH)");
  }

  @Test
  void schemasContainAllFieldsAndValues() throws Exception {
    List<String> files =
        Dashboard.all().stream()
            .map(dashboard -> Dashboard.FOLDER.resolve(dashboard.name() + ".json").toString())
            .toList();

    assertThat(check(files)).isEqualTo(new Outcome(0, ""));
  }

  @Test
  void unknownFieldsAndValuesAreReported(@TempDir Path folder) throws Exception {
    String service = Files.readString(Dashboard.FOLDER.resolve("service.json"));
    Path spoilt =
        Files.writeString(
            folder.resolve("spoilt.json"),
            service
                .replaceFirst("\"colorMode\": \"value\"", "\"colorMode\": \"colour\"")
                .replaceFirst("\"description\"", "\"describtion\""));

    assertThat(check(List.of(spoilt.toString())).output().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("'colour' is not of type"))
        .anyMatch(line -> line.endsWith(".describtion: the schema has no such field"));
  }

  private static Outcome check(List<String> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON, SCRIPT));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), output);
  }
}
