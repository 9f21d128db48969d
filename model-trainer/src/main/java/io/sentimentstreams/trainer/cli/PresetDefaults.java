package io.sentimentstreams.trainer.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Provider of the values of a preset for options that are not typed. */
final class PresetDefaults implements IDefaultValueProvider {

  /** Creates a provider; called by picocli. */
  PresetDefaults() {}

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.longestName().equals("--preset")) {
      return null;
    }
    Optional<Preset> preset = argument.command().findOption("--preset").getValue();
    return preset.map(chosen -> chosen.options().get(option.longestName())).orElse(null);
  }
}
