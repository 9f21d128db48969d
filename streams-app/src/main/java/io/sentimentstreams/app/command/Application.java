package io.sentimentstreams.app.command;

import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.SettingsSources;

/** The application that the command {@code run} starts. */
@FunctionalInterface
public interface Application {

  /**
   * Runs until the application fails or the process is terminated.
   *
   * @param sources that know every setting
   * @param line the options of the command line, with its errors
   * @return the exit code
   * @throws InvalidConfigException with every error, if there is one
   */
  int run(SettingsSources sources, CommandLineOptions line);
}
