package io.sentimentstreams.app.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings cannot be used. Holds every fault, not only the first; the message has one a line.
 */
public final class InvalidSettings extends RuntimeException {

  private final transient List<Fault> faults;

  /**
   * Collects what is wrong.
   *
   * @param faults at least one
   */
  public InvalidSettings(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault, in the order of the reference. */
  public List<Fault> faults() {
    return faults;
  }
}
