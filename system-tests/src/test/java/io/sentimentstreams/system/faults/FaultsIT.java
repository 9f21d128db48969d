package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.system.ShowLogsOfFailedTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Minutes of what {@code ./system-tests/run soak} does for hours. The report, with the time of each
 * fault, lies beside the processes' logs.
 */
class FaultsIT {

  private static final int FAULTS = 26;
  private static final int PER_SECOND = 100;

  private static final String COMMAND =
      "./mvnw verify -pl system-tests -am -Dit.test=FaultsIT -Dfaults.seed=";

  private static final List<Delivery> DELIVERIES =
      List.of(
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.CLASSIC),
          new Delivery(Delivery.EXACTLY_ONCE, Delivery.STREAMS),
          new Delivery(Delivery.AT_LEAST_ONCE, Delivery.CLASSIC));

  @Test
  void everyPromiseIsKeptThroughFaultsOfBrokersAndInstances(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("faults.seed", new Random().nextInt(1_000_000));
    System.out.println("FaultsIT: -Dfaults.seed=" + seed + " draws the same faults");
    FaultPlan plan = new FaultPlan(seed, FAULTS, Optional.empty(), DELIVERIES, PER_SECOND);
    Path logs = ShowLogsOfFailedTests.folder(FaultsIT.class);
    try (FaultRun run = new FaultRun(plan, folder, logs, line -> {})) {
      FaultResult result = run.run();
      new FaultReport(COMMAND + seed, result).write(logs, "faults");
      assertThat(result.broken()).as("with -Dfaults.seed=%d", seed).isEmpty();
      assertThat(result.strikes()).hasSize(FAULTS);
      assertThat(result.fleets()).allMatch(fleet -> fleet.verdict().deadLettered() > 0);
    }
  }
}
