package io.sentimentstreams.app.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings cannot be used. Holds every fault, not only the first; the message has one a line.
 */
public final class InvalidConfigException extends RuntimeException {

  private final transient List<ConfigError> faults;

  /**
   * Collects what is wrong.
   *
   * @param faults at least one
   */
  public InvalidConfigException(List<ConfigError> faults) {
    super(faults.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault, in the order of the reference. */
  public List<ConfigError> faults() {
    return faults;
  }
}
