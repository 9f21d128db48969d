package io.sentimentstreams.trainer.cli.option;

import picocli.CommandLine.Option;

/** The seed of random choices. */
public final class SeedOption {

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Seed of all random choices (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Returns the seed. */
  public long value() {
    return seed;
  }
}
