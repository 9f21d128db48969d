package io.sentimentstreams.trainer.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The number of threads that score. */
public final class ThreadsOption {

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads that score (default: one per core).")
  void setThreads(int typed) {
    if (typed < 1) {
      throw new ParameterException(
          command.commandLine(), "--threads must be at least 1, was " + typed);
    }
    threads = typed;
  }

  /** Returns the number of threads, at least 1. */
  public int value() {
    return threads;
  }
}
