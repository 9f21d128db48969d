package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import java.util.ArrayList;
import java.util.List;

/** The check that the settings of abstaining fit the model. */
public final class AbstainSettingsCheck {

  private AbstainSettingsCheck() {}

  /**
   * Checks settings that depend on the number of labels.
   *
   * @param overrides the settings
   * @param manifest of the bundle
   * @throws InvalidConfigException with every setting that has no effect on the model
   */
  public static void check(AbstainRules overrides, Manifest manifest) {
    List<ConfigError> errors = new ArrayList<>();
    boolean binary = manifest.task() == Task.BINARY;
    if (!binary && overrides.band().isPresent()) {
      AbstainBand band = overrides.band().get();
      String remedy = "Remove it, or set abstain.confidence";
      errors.add(unfit(ModelSettings.ABSTAIN_BAND_LOW, band.low(), manifest, "two", remedy));
      errors.add(unfit(ModelSettings.ABSTAIN_BAND_HIGH, band.high(), manifest, "two", remedy));
    }
    if (binary && overrides.confidence().isPresent()) {
      errors.add(
          unfit(
              ModelSettings.ABSTAIN_CONFIDENCE,
              overrides.confidence().get().probability(),
              manifest,
              "more than two",
              "Remove it, or set abstain.band.low and abstain.band.high"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidConfigException(errors);
    }
  }

  private static ConfigError unfit(
      Setting<Double> setting, double value, Manifest manifest, String labels, String remedy) {
    return new ConfigError(
        setting.name().file(),
        setting.print(value),
        "a bundle with %s labels, but %s has %d"
            .formatted(labels, manifest.name(), manifest.labels().size()),
        remedy);
  }
}
