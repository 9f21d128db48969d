package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The split of a data set. The default is test; commands can choose another one. */
public final class SplitOption {

  private static final String NAME = "--split";

  @Option(
      names = NAME,
      defaultValue = "test",
      paramLabel = "SPLIT",
      description =
          "Split of the data: train, validation (reviews that training holds out) or test"
              + " (default: ${DEFAULT-VALUE}).")
  private Split split = Split.TEST;

  /** Returns the split. */
  public Split value() {
    return split;
  }

  /** Provider of the default {@link Split#TRAIN}. */
  public static final class DefaultTrain implements IDefaultValueProvider {

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
      return defaultFor(argument, Split.TRAIN);
    }
  }

  /** Provider of the default {@link Split#VALIDATION}. */
  public static final class DefaultValidation implements IDefaultValueProvider {

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
      return defaultFor(argument, Split.VALIDATION);
    }
  }

  private static @Nullable String defaultFor(ArgSpec argument, Split split) {
    boolean ours = argument instanceof OptionSpec option && option.longestName().equals(NAME);
    return ours ? split.label() : null;
  }
}
