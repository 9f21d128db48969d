package io.sentimentstreams.system.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can happen. */
enum FaultKind {
  KILL_LEADER(true, "kill -9 of the broker that leads a partition of the reviews"),
  KILL_GROUP_COORDINATOR(true, "kill -9 of the broker that coordinates a group"),
  KILL_TRANSACTION_COORDINATOR(true, "kill -9 of the broker that coordinates a transaction"),
  KILL_CONTROLLER(true, "kill -9 of the active controller"),
  FREEZE_BROKER(true, "SIGSTOP of a broker until it is taken for dead, then SIGCONT"),
  RESTART_BROKER(true, "SIGTERM of a broker, and a start"),
  KILL_INSTANCE(false, "kill -9 of an instance, and a start of another"),
  FREEZE_INSTANCE(false, "SIGSTOP of an instance until it is taken for dead, then SIGCONT"),
  RESTART_INSTANCE(false, "SIGTERM of an instance, and a start of another"),
  ADD_INSTANCE(false, "one instance more"),
  REMOVE_INSTANCE(false, "SIGTERM of an instance"),
  STOP_BESIDE_KILL(false, "kill -9 of an instance and SIGTERM of another, and a start of both");

  private final boolean ofBrokers;
  private final String meaning;

  FaultKind(boolean ofBrokers, String meaning) {
    this.ofBrokers = ofBrokers;
    this.meaning = meaning;
  }

  /** A sentence for reports. */
  String meaning() {
    return meaning;
  }

  /** As reports spell it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns every kind. */
  static Set<FaultKind> all() {
    return EnumSet.allOf(FaultKind.class);
  }

  /** What can happen to brokers. */
  static List<FaultKind> ofBrokers() {
    return Arrays.stream(values()).filter(kind -> kind.ofBrokers).toList();
  }

  /** What can happen to instances of the application. */
  static List<FaultKind> ofInstances() {
    return Arrays.stream(values()).filter(kind -> !kind.ofBrokers).toList();
  }
}
