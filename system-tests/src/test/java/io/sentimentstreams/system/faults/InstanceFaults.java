package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Faults of the instances of a fleet, one at a time; sometimes no instance is left. */
final class InstanceFaults implements FaultSchedule {

  private static final int MAX_FAULTS = 3;

  private final Fleet fleet;
  private final OutcomeChecker answers;
  private final FaultHistory journal;
  private final Random random;

  InstanceFaults(Fleet fleet, OutcomeChecker answers, FaultHistory journal, Random random) {
    this.fleet = fleet;
    this.answers = answers;
    this.journal = journal;
    this.random = random;
  }

  @Override
  public List<FaultKind> kinds() {
    return FaultKind.ofInstances();
  }

  @Override
  public void strike(FaultKind drawn) throws IOException, InterruptedException {
    fleet.replaceEnded();
    FaultKind kind = possible(drawn);
    Fleet.Instance victim = fleet.any(random);
    String name = kind == FaultKind.ADD_INSTANCE ? fleet.delivery().name() : victim.name();
    inject(kind, victim);
    var over = journal.strike(kind, name, List.of(answers));
    recover(kind, victim);
    over.join();
  }

  /** Starts the fault; the recovery time is measured from here. */
  private void inject(FaultKind kind, Fleet.Instance victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case KILL_INSTANCE, STOP_BESIDE_KILL -> fleet.kill(victim);
      case FREEZE_INSTANCE -> victim.process().freeze();
      default -> {
        // An instance is stopped or started later.
      }
    }
  }

  private void recover(FaultKind kind, Fleet.Instance victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case KILL_INSTANCE -> {
        Pause.upTo(Timeouts.GROUP_SESSION, random);
        fleet.add();
      }
      case FREEZE_INSTANCE -> {
        // Until its transaction is aborted; another instance may have its partitions.
        Pause.longerThan(Timeouts.TRANSACTION, random);
        victim.process().thaw();
      }
      case RESTART_INSTANCE -> {
        fleet.terminate(victim);
        fleet.add();
      }
      case ADD_INSTANCE -> fleet.add();
      case REMOVE_INSTANCE -> fleet.terminate(victim);
      case STOP_BESIDE_KILL -> {
        fleet.terminate(fleet.any(random));
        fleet.add();
        fleet.add();
      }
      default -> throw new IllegalArgumentException("not a fault of an instance: " + kind);
    }
  }

  /** Returns the drawn fault, or another if the size of the fleet does not permit it. */
  private FaultKind possible(FaultKind drawn) {
    return switch (drawn) {
      case ADD_INSTANCE -> fleet.size() < MAX_FAULTS ? drawn : FaultKind.REMOVE_INSTANCE;
      case REMOVE_INSTANCE -> fleet.size() > 1 ? drawn : FaultKind.ADD_INSTANCE;
      case STOP_BESIDE_KILL -> fleet.size() > 1 ? drawn : FaultKind.ADD_INSTANCE;
      default -> drawn;
    };
  }
}
