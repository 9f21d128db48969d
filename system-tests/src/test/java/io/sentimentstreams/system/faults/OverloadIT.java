package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.system.ShowLogsOfFailedTests;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@code ./system-tests/run overload}. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
@Tag("alone")
class OverloadIT {

  private static final Duration OVERLOAD = Duration.ofSeconds(6);

  @Test
  void overloadDelaysScoresAndHasNoOtherEffect(@TempDir Path folder) throws Exception {
    Path logs = ShowLogsOfFailedTests.folder(OverloadIT.class);
    try (OverloadRun run = new OverloadRun(OVERLOAD, folder, logs, line -> {})) {
      OverloadResult result = run.run();
      result.lines().forEach(line -> System.out.println("OverloadIT: " + line));
      assertThat(result.broken()).isEmpty();
    }
  }
}
