package io.sentimentstreams.system.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of faults. */
enum FaultKind {
  KILL_LEADER(true, "kill -9 of the broker that leads a partition of the reviews"),
  KILL_GROUP_COORDINATOR(true, "kill -9 of the broker that coordinates a group"),
  KILL_TRANSACTION_COORDINATOR(true, "kill -9 of the broker that coordinates a transaction"),
  KILL_CONTROLLER(true, "kill -9 of the active controller"),
  FREEZE_BROKER(true, "SIGSTOP of a broker until its session expires, then SIGCONT"),
  RESTART_BROKER(true, "SIGTERM and restart of a broker"),
  KILL_INSTANCE(false, "kill -9 of an instance, then a new instance"),
  FREEZE_INSTANCE(false, "SIGSTOP of an instance until its transaction expires, then SIGCONT"),
  RESTART_INSTANCE(false, "SIGTERM of an instance, then a new instance"),
  ADD_INSTANCE(false, "start of an additional instance"),
  REMOVE_INSTANCE(false, "SIGTERM of an instance"),
  STOP_BESIDE_KILL(false, "kill -9 of an instance and SIGTERM of another, then two new instances");

  private final boolean ofBrokers;
  private final String description;

  FaultKind(boolean ofBrokers, String description) {
    this.ofBrokers = ofBrokers;
    this.description = description;
  }

  /** Returns the description in reports. */
  String description() {
    return description;
  }

  /** Returns the name in reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns every kind. */
  static Set<FaultKind> all() {
    return EnumSet.allOf(FaultKind.class);
  }

  /** Returns the faults of brokers. */
  static List<FaultKind> ofBrokers() {
    return Arrays.stream(values()).filter(kind -> kind.ofBrokers).toList();
  }

  /** Returns the faults of instances of the application. */
  static List<FaultKind> ofInstances() {
    return Arrays.stream(values()).filter(kind -> !kind.ofBrokers).toList();
  }
}
