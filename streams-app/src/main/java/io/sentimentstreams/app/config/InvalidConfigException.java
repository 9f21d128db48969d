package io.sentimentstreams.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** Invalid settings. Holds every error; the message has one error per line. */
public final class InvalidConfigException extends RuntimeException {

  private final transient List<ConfigError> errors;

  /**
   * Creates the exception.
   *
   * @param errors at least one
   */
  public InvalidConfigException(List<ConfigError> errors) {
    super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** Returns every error: of the command line first, then of each setting, then of combinations. */
  public List<ConfigError> errors() {
    return errors;
  }
}
