package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.system.ShowLogsOfFailedTests;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Short runs of {@code ./system-tests/run soak}. The report, with the time of each fault, is in the
 * folder of the processes' logs.
 */
@Tag("alone")
class FaultsIT {

  private static final int PER_SECOND = 100;

  private static final List<Delivery> DELIVERIES =
      List.of(
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC),
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.STREAMS),
          new Delivery(Delivery.AT_LEAST_ONCE, Delivery.CLASSIC));

  /** The most severe kinds; the brokers and each fleet get one fault of each applicable kind. */
  private static final Set<FaultKind> KILLED_OR_FROZEN =
      EnumSet.of(
          FaultKind.KILL_LEADER,
          FaultKind.FREEZE_BROKER,
          FaultKind.KILL_INSTANCE,
          FaultKind.FREEZE_INSTANCE);

  @Test
  void guaranteesHoldWhenProcessesAreKilledAndFrozen(@TempDir Path folder) throws Exception {
    assertGuaranteesHold("short", 8, KILLED_OR_FROZEN, folder);
  }

  @Test
  @Tag("full")
  void guaranteesHoldThroughFaultsOfEveryKind(@TempDir Path folder) throws Exception {
    assertGuaranteesHold("full", 26, FaultKind.all(), folder);
  }

  private static void assertGuaranteesHold(
      String name, int faults, Set<FaultKind> kinds, Path folder) throws Exception {
    long seed = Long.getLong("faults.seed", new Random().nextInt(1_000_000));
    System.out.println("FaultsIT: -Dfaults.seed=" + seed + " repeats these faults");
    FaultPlan plan = new FaultPlan(seed, faults, Optional.empty(), DELIVERIES, PER_SECOND, kinds);
    Path logs = ShowLogsOfFailedTests.folder(FaultsIT.class).resolve(name);
    try (FaultRun run = new FaultRun(plan, folder, logs, line -> {})) {
      FaultResult result = run.run();
      new FaultReport(command(name, seed), result).write(logs, "faults");
      assertThat(result.broken()).as("with -Dfaults.seed=%d", seed).isEmpty();
      assertThat(result.strikes()).hasSize(faults);
      assertThat(result.fleets()).allMatch(fleet -> fleet.verdict().deadLettered() > 0);
    }
  }

  private static String command(String name, long seed) {
    String profile = name.equals("full") ? " -Pfull" : "";
    return "./mvnw verify"
        + profile
        + " -pl system-tests -am -Dit.test=FaultsIT -Dfailsafe.failIfNoSpecifiedTests=false"
        + " -Dfaults.seed="
        + seed;
  }
}
