package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingFamily;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.language.LanguageRoute;
import io.sentimentstreams.model.language.LanguageTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that score, and their settings.
 *
 * @param bundles a zip file, or a folder that contains bundle.zip, by the name of the route
 * @param trustKey a file of public keys; empty if signatures are not verified
 * @param abstain each rule that is present replaces that of the bundle
 */
public record ModelSettings(
    Map<String, Path> bundles, Optional<Path> trustKey, AbstainRules abstain) {

  /** The route * in the name of an environment variable. */
  private static final String OTHERS = "others";

  private static final String BOTH_ENDS = "both ends of the band or none";
  private static final String SET_BOTH = "Set both, or remove the other";

  public static final Setting<Path> BUNDLE =
      Setting.of(
              "bundle",
              SettingType.PATH,
              "Model bundle: a zip file, or a folder that contains bundle.zip. Required without"
                  + " models.route.LANG.")
          .checkedBy(Check.PATH);

  public static final SettingFamily<Path> ROUTES =
      new SettingFamily<>(
          "models.route.",
          "LANG=BUNDLE",
          SettingType.PATH,
          "Model bundle for the texts of one language, such as en, in place of bundle; with * for"
              + " all other texts. See languages.md.",
          Check.PATH,
          new SettingFamily.Names(
              new Check<>("a language such as en, or *,", LanguageRoute::isName),
              name -> name.equals(OTHERS) ? LanguageRoute.OTHERS : name));

  public static final Setting<Path> BUNDLE_TRUST_KEY =
      Setting.of(
              "bundle.trust.key",
              SettingType.PATH,
              "File of Ed25519 public keys in PEM. If it is set, the bundle must be signed with one"
                  + " of them (model-trainer sign).")
          .checkedBy(Check.PATH);

  public static final Setting<Double> ABSTAIN_BAND_LOW =
      Setting.of(
              "abstain.band.low",
              SettingType.DOUBLE,
              "Lowest score without a label, for models with two labels. Set both ends or none. If"
                  + " they are not set, the band of the bundle applies, if it has one.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final Setting<Double> ABSTAIN_BAND_HIGH =
      Setting.of(
              "abstain.band.high",
              SettingType.DOUBLE,
              "Lowest score above the band; with 1, no score is above it. If both ends are equal,"
                  + " every score has a label.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final Setting<Double> ABSTAIN_CONFIDENCE =
      Setting.of(
              "abstain.confidence",
              SettingType.DOUBLE,
              "Smallest probability of a label, for models with more than two labels; 0 for none."
                  + " If it is not set, that of the bundle applies, if it has one.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final Setting<Double> ABSTAIN_UNKNOWN_SHARE =
      Setting.of(
              "abstain.unknown.share",
              SettingType.DOUBLE,
              "Largest share of unknown tokens in a text with a label. A text without a known token"
                  + " never has a label. If it is not set, that of the bundle applies, if it has"
                  + " one.")
          .checkedBy(Check.between(0.0, 1.0));

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Model",
          List.of(
              BUNDLE,
              BUNDLE_TRUST_KEY,
              ABSTAIN_BAND_LOW,
              ABSTAIN_BAND_HIGH,
              ABSTAIN_CONFIDENCE,
              ABSTAIN_UNKNOWN_SHARE),
          List.of(ROUTES));

  public ModelSettings {
    bundles = Collections.unmodifiableMap(new TreeMap<>(bundles));
  }

  /** Creates the settings of one model for all texts. */
  public ModelSettings(Path bundle, Optional<Path> trustKey, AbstainRules abstain) {
    this(Map.of(LanguageRoute.OTHERS, bundle), trustKey, abstain);
  }

  /**
   * Reports bundles that do not exist, or that do not fit together, and a band with one end or with
   * its ends exchanged.
   */
  public static void check(SettingValues values) {
    checkBand(values);
    if (!values.isGiven(ROUTES)) {
      if (!values.isGiven(BUNDLE)) {
        values.report(
            BUNDLE,
            BUNDLE.expectation(),
            "Set --bundle, BUNDLE or bundle= in the file, or set models.route.LANG");
      }
      return;
    }
    if (values.isGiven(BUNDLE)) {
      values.report(
          BUNDLE, "no value, because models.route.LANG is set", "Rename it to models.route.*");
    }
    checkRoutes(values);
  }

  private static void checkRoutes(SettingValues values) {
    Map<String, String> byLanguage = new HashMap<>();
    values
        .all(ROUTES)
        .forEach(
            (route, path) -> {
              String language = LanguageTag.primary(route).orElse(route);
              String other = byLanguage.putIfAbsent(language, route);
              if (other != null) {
                values.report(
                    new ConfigError(
                        ROUTES.file(route),
                        path.toString(),
                        "one route per language, but %s is the same".formatted(ROUTES.file(other)),
                        "Remove one of them"));
              }
              if (!Files.exists(path)) {
                values.report(
                    new ConfigError(
                        ROUTES.file(route),
                        path.toString(),
                        "an existing bundle",
                        "Check the path"));
              }
            });
  }

  private static void checkBand(SettingValues values) {
    Optional<Double> low = values.find(ABSTAIN_BAND_LOW);
    Optional<Double> high = values.find(ABSTAIN_BAND_HIGH);
    if (low.isPresent() && high.isPresent()) {
      if (low.get() > high.get()) {
        values.report(
            ABSTAIN_BAND_LOW,
            "at most abstain.band.high, which is " + high.get(),
            "Exchange the two values");
      }
    } else if (low.isPresent() && !values.isGiven(ABSTAIN_BAND_HIGH)) {
      values.report(ABSTAIN_BAND_HIGH, BOTH_ENDS, SET_BOTH);
    } else if (high.isPresent() && !values.isGiven(ABSTAIN_BAND_LOW)) {
      values.report(ABSTAIN_BAND_LOW, BOTH_ENDS, SET_BOTH);
    }
  }

  /**
   * Returns the models.
   *
   * @param values without errors
   */
  public static ModelSettings of(SettingValues values) {
    Optional<AbstainBand> band =
        values
            .find(ABSTAIN_BAND_LOW)
            .flatMap(low -> values.find(ABSTAIN_BAND_HIGH).map(high -> AbstainBand.of(low, high)));
    Map<String, Path> bundles = new TreeMap<>(values.all(ROUTES));
    values.find(BUNDLE).ifPresent(bundle -> bundles.put(LanguageRoute.OTHERS, bundle));
    return new ModelSettings(
        bundles,
        values.find(BUNDLE_TRUST_KEY),
        new AbstainRules(
            band,
            values.find(ABSTAIN_CONFIDENCE).map(ConfidenceThreshold::of),
            values.find(ABSTAIN_UNKNOWN_SHARE)));
  }
}
