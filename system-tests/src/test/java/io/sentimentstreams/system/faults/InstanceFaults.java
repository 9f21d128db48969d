package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Faults of one fleet's instances, one after the other; at times there is none left. */
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
    harm(kind, victim);
    var over = journal.strike(kind, name, List.of(answers));
    mend(kind, victim);
    over.join();
  }

  /** What answers are late by begins here: those of before do not count. */
  private void harm(FaultKind kind, Fleet.Instance victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case KILL_INSTANCE, STOP_BESIDE_KILL -> fleet.kill(victim);
      case FREEZE_INSTANCE -> victim.process().freeze();
      default -> {
        // Nothing breaks: it is asked to end, or another comes.
      }
    }
  }

  private void mend(FaultKind kind, Fleet.Instance victim)
      throws IOException, InterruptedException {
    switch (kind) {
      case KILL_INSTANCE -> {
        Pause.upTo(Timeouts.GROUP_SESSION, random);
        fleet.add();
      }
      case FREEZE_INSTANCE -> {
        // By then another has its partitions, or at least its transaction is aborted.
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
      default -> throw new IllegalArgumentException("no fault of an instance: " + kind);
    }
  }

  /** A fleet keeps at least one member, and does not grow for ever. */
  private FaultKind possible(FaultKind drawn) {
    return switch (drawn) {
      case ADD_INSTANCE -> fleet.size() < MAX_FAULTS ? drawn : FaultKind.REMOVE_INSTANCE;
      case REMOVE_INSTANCE -> fleet.size() > 1 ? drawn : FaultKind.ADD_INSTANCE;
      case STOP_BESIDE_KILL -> fleet.size() > 1 ? drawn : FaultKind.ADD_INSTANCE;
      default -> drawn;
    };
  }
}
