package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import io.sentimentstreams.model.bundle.AbstainBand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The model that scores, and its settings.
 *
 * @param bundle a zip file, or a folder that contains bundle.zip
 * @param trustKey a file of public keys; empty if signatures are not verified
 * @param uncertainBand overrides the band of the bundle; empty if the bundle's own applies
 */
public record ModelSettings(
    Path bundle, Optional<Path> trustKey, Optional<AbstainBand> uncertainBand) {

  private static final String BOTH_ENDS = "both ends of the band or none";
  private static final String SET_BOTH = "Set both, or remove the other";

  public static final Setting<Path> BUNDLE =
      Setting.of(
              "bundle",
              SettingType.PATH,
              "Model bundle: a zip file, or a folder that contains bundle.zip.")
          .checkedBy(Check.PATH)
          .required();

  public static final Setting<Path> BUNDLE_TRUST_KEY =
      Setting.of(
              "bundle.trust.key",
              SettingType.PATH,
              "File of Ed25519 public keys in PEM. If it is set, the bundle must be signed with one"
                  + " of them (model-trainer sign).")
          .checkedBy(Check.PATH);

  public static final Setting<Double> UNCERTAIN_BAND_LOW =
      Setting.of(
              "uncertain.band.low",
              SettingType.DOUBLE,
              "Lowest score that is labelled UNCERTAIN. Set both ends or none. If they are not set,"
                  + " the band of the bundle applies, if it has one.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final Setting<Double> UNCERTAIN_BAND_HIGH =
      Setting.of(
              "uncertain.band.high",
              SettingType.DOUBLE,
              "Lowest score above the band; with 1, no score is above it. If both ends are equal,"
                  + " no score is labelled UNCERTAIN.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Model", List.of(BUNDLE, BUNDLE_TRUST_KEY, UNCERTAIN_BAND_LOW, UNCERTAIN_BAND_HIGH));

  /** Reports a band with one end, or with its ends exchanged. */
  public static void check(SettingValues values) {
    Optional<Double> low = values.find(UNCERTAIN_BAND_LOW);
    Optional<Double> high = values.find(UNCERTAIN_BAND_HIGH);
    if (low.isPresent() && high.isPresent()) {
      if (low.get() > high.get()) {
        values.report(
            UNCERTAIN_BAND_LOW,
            "at most uncertain.band.high, which is " + high.get(),
            "Exchange the two values");
      }
    } else if (low.isPresent() && !values.isGiven(UNCERTAIN_BAND_HIGH)) {
      values.report(UNCERTAIN_BAND_HIGH, BOTH_ENDS, SET_BOTH);
    } else if (high.isPresent() && !values.isGiven(UNCERTAIN_BAND_LOW)) {
      values.report(UNCERTAIN_BAND_LOW, BOTH_ENDS, SET_BOTH);
    }
  }

  /**
   * Returns the model.
   *
   * @param values without errors
   */
  public static ModelSettings of(SettingValues values) {
    return new ModelSettings(
        values.get(BUNDLE),
        values.find(BUNDLE_TRUST_KEY),
        values
            .find(UNCERTAIN_BAND_LOW)
            .flatMap(
                low -> values.find(UNCERTAIN_BAND_HIGH).map(high -> AbstainBand.of(low, high))));
  }
}
