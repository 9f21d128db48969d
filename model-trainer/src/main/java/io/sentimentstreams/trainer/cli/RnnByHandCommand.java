package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.cli.option.SeedOption;
import io.sentimentstreams.trainer.example.RnnByHand;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Demonstration of the state of a recurrent network. */
@Command(
    name = "rnn-by-hand",
    description =
        "Runs a recurrent network with random weights in a loop over timesteps, and prints each"
            + " input and the state after it.",
    sortOptions = false)
final class RnnByHandCommand implements Callable<Integer> {

  private static final int MAX_STEPS = 1000;

  @Option(
      names = "--timesteps",
      defaultValue = "5",
      paramLabel = "N",
      description = "Number of timesteps (default: ${DEFAULT-VALUE}).")
  private int timesteps;

  @Option(
      names = "--features",
      defaultValue = "2",
      paramLabel = "N",
      description = "Width of an input (default: ${DEFAULT-VALUE}).")
  private int features;

  @Option(
      names = "--units",
      defaultValue = "3",
      paramLabel = "N",
      description = "Width of the state (default: ${DEFAULT-VALUE}).")
  private int units;

  @Mixin private final SeedOption seed = new SeedOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;

  RnnByHandCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    require("--timesteps", timesteps);
    require("--features", features);
    require("--units", units);
    Random random = new Random(seed.value());
    RnnByHand network = RnnByHand.random(features, units, random);
    double[][] inputs = RnnByHand.randomMatrix(timesteps, features, random);
    double[][] states = network.run(inputs);
    for (int t = 0; t < timesteps; t++) {
      out.printf(
          Locale.ROOT, "t=%d  input %s  state %s%n", t, format(inputs[t]), format(states[t]));
    }
    return 0;
  }

  private void require(String option, int value) {
    if (value < 1 || value > MAX_STEPS) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, was %d".formatted(option, MAX_STEPS, value));
    }
  }

  private static String format(double[] vector) {
    return Arrays.stream(vector)
        .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
