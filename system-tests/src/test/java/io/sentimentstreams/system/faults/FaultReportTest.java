package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.system.faults.FaultResult.FleetResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultReportTest {

  private static final Delivery ONCE = new Delivery(Delivery.EXACTLY_ONCE, Delivery.STREAMS);
  private static final Delivery OFTEN = new Delivery(Delivery.AT_LEAST_ONCE, Delivery.CLASSIC);
  private static final CheckResult TWICE = new CheckResult(10, 9, 1, 0, 2, 0, 0, List.of("twice"));

  @Test
  void duplicatesViolateExactlyOnceOnly() {
    assertThat(result(ONCE).broken())
        .singleElement()
        .asString()
        .startsWith("exactly-once-v2-streams: ")
        .contains("duplicates=2");
    assertThat(result(OFTEN).broken()).isEmpty();
  }

  @Test
  void reportContainsRecoveryTimesByKind() {
    assertThat(new FaultReport("./system-tests/run soak", result(OFTEN)).markdown())
        .contains("`./system-tests/run soak`", "3 faults in 1 min 5 s")
        .contains("| `at_least_once` | `classic` | 4 | 10 | 9 | 1 | 0 | 2 | 0 | 0 | 1.5 s |")
        .containsPattern("\\| `kill-instance` \\| [^|]+ \\| 2 \\| 5.0 s")
        .contains("| 3.0 s | `kill-instance` | instance-1 | 7.0 s |");
  }

  @Test
  void reportNamesViolatedGuarantees() {
    assertThat(new FaultReport("", result(ONCE)).markdown())
        .contains("- exactly-once-v2-streams: CheckResult[");
  }

  @Test
  void jsonContainsTheSameFigures(@TempDir Path folder) throws Exception {
    new FaultReport("./system-tests/run soak", result(OFTEN)).write(folder, "soak");

    JsonNode json = new ObjectMapper().readTree(folder.resolve("soak.json").toFile());
    assertThat(json.at("/recoverySeconds/kill-instance/max").asDouble()).isEqualTo(7);
    assertThat(json.at("/fleets/0/verdict/duplicates").asInt()).isEqualTo(2);
    assertThat(json.at("/timeline/2/fault").asText()).isEqualTo("kill-leader");
    assertThat(Files.readString(folder.resolve("soak.md"))).contains("kill-leader");
  }

  private static FaultResult result(Delivery delivery) {
    return new FaultResult(
        new FaultPlan(1, 3, Optional.empty(), List.of(delivery), 100, FaultKind.all()),
        Instant.EPOCH,
        Duration.ofSeconds(65),
        List.of(
            strike(FaultKind.KILL_INSTANCE, 3, 7),
            strike(FaultKind.KILL_INSTANCE, 12, 5),
            strike(FaultKind.KILL_LEADER, 20, 9)),
        List.of(new FleetResult(delivery, TWICE, 4, Duration.ofMillis(1_500), List.of())),
        List.of());
  }

  private static InjectedFault strike(FaultKind kind, int at, int recovery) {
    return new InjectedFault(
        kind, Duration.ofSeconds(at), "instance-1", Duration.ofSeconds(recovery));
  }
}
