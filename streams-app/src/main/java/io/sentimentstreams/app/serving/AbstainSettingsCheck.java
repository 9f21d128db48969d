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

/** The check that the settings of abstaining fit a model. */
public final class AbstainSettingsCheck {

  private AbstainSettingsCheck() {}

  /**
   * Checks settings that depend on the number of labels.
   *
   * @param overrides the settings
   * @param manifests of the bundles, at least one
   * @throws InvalidConfigException with every setting that has no effect on any model
   */
  public static void check(AbstainRules overrides, List<Manifest> manifests) {
    List<ConfigError> errors = new ArrayList<>();
    Manifest manifest = manifests.get(0);
    boolean binary = manifests.stream().anyMatch(each -> each.task() == Task.BINARY);
    boolean others = manifests.stream().anyMatch(each -> each.task() != Task.BINARY);
    if (!binary && overrides.band().isPresent()) {
      AbstainBand band = overrides.band().get();
      String remedy = "Remove it, or set abstain.confidence";
      errors.add(unfit(ModelSettings.ABSTAIN_BAND_LOW, band.low(), manifest, "two", remedy));
      errors.add(unfit(ModelSettings.ABSTAIN_BAND_HIGH, band.high(), manifest, "two", remedy));
    }
    if (!others && overrides.confidence().isPresent()) {
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
