package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Faults of brokers, one after the other: two of the three are always left. */
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
    harm(kind, victim);
    var over = journal.strike(kind, "broker " + victim.id(), answers);
    mend(kind, victim);
    view.awaitAllInSync();
    over.join();
  }

  /** What answers are late by begins here: those of before do not count. */
  private static void harm(FaultKind kind, BrokerNode victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case FREEZE_BROKER -> victim.process().freeze();
      case RESTART_BROKER -> victim.process().terminate();
      default -> victim.process().kill();
    }
  }

  private void mend(FaultKind kind, BrokerNode victim) throws IOException, InterruptedException {
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
        // At times it is back before anyone has noticed, at times long after.
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
