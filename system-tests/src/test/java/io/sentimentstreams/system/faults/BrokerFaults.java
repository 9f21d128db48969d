package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Faults of brokers, one at a time: two of the three brokers keep running. */
final class BrokerFaults implements FaultSchedule {

  private final ReplicatedCluster cluster;
  private final ClusterView view;
  private final List<Fleet> fleets;
  private final List<OutcomeChecker> answers;
  private final FaultHistory journal;
  private final Random random;

  BrokerFaults(
      ReplicatedCluster cluster,
      ClusterView view,
      List<Fleet> fleets,
      List<OutcomeChecker> answers,
      FaultHistory journal,
      Random random) {
    this.cluster = cluster;
    this.view = view;
    this.fleets = fleets;
    this.answers = answers;
    this.journal = journal;
    this.random = random;
  }

  @Override
  public List<FaultKind> kinds() {
    return FaultKind.ofBrokers();
  }

  @Override
  public void strike(FaultKind kind) throws IOException, InterruptedException {
    BrokerNode victim = cluster.node(victim(kind));
    inject(kind, victim);
    var over = journal.strike(kind, "broker " + victim.id(), answers);
    recover(kind, victim);
    view.awaitAllInSync();
    over.join();
  }

  /** Starts the fault; the recovery time is measured from here. */
  private static void inject(FaultKind kind, BrokerNode victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case FREEZE_BROKER -> victim.process().freeze();
      case RESTART_BROKER -> victim.process().terminate();
      default -> victim.process().kill();
    }
  }

  private void recover(FaultKind kind, BrokerNode victim) throws IOException, InterruptedException {
    switch (kind) {
      case FREEZE_BROKER -> {
        Pause.longerThan(Timeouts.BROKER_SESSION, random);
        victim.process().thaw();
      }
      case RESTART_BROKER -> {
        victim.process().exitCode();
        victim.restart();
      }
      default -> {
        // Shorter or longer than the session timeout.
        Pause.upTo(Timeouts.BROKER_SESSION.multipliedBy(2), random);
        victim.restart();
      }
    }
  }

  private int victim(FaultKind kind) {
    Fleet fleet = fleets.get(random.nextInt(fleets.size()));
    int any = random.nextInt(ReplicatedCluster.BROKERS);
    int partition = random.nextInt(LoadedFleets.PARTITIONS);
    return switch (kind) {
      case KILL_LEADER -> view.leader(LoadedFleets.REVIEWS, partition);
      case KILL_GROUP_COORDINATOR -> view.groupCoordinator(fleet.applicationId());
      case KILL_TRANSACTION_COORDINATOR ->
          view.transactionCoordinator(fleet.applicationId()).orElse(any);
      case KILL_CONTROLLER -> view.controller();
      default -> any;
    };
  }
}
