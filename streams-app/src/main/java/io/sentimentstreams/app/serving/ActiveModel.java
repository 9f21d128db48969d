package io.sentimentstreams.app.serving;

import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.DecisionRule;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.language.LanguageRoute;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.ModelReference;
import java.util.List;
import java.util.Locale;

/** A bundle that scores, the route that selects it, and its decision rule. Thread-safe. */
public final class ActiveModel {

  /** The labels of sentiment, which records spell in capitals. */
  private static final List<String> SENTIMENT = List.of("negative", "positive");

  private final LoadedBundle loaded;
  private final String route;
  private final List<String> labels;
  private final DecisionRule rule;

  /**
   * Creates an active model.
   *
   * @param loaded the verified bundle
   * @param route a language, or {@link LanguageRoute#OTHERS}
   * @param overrides each rule that is present, and fits the labels, replaces that of the bundle
   */
  public ActiveModel(LoadedBundle loaded, String route, AbstainRules overrides) {
    this.loaded = loaded;
    this.route = route;
    Manifest manifest = loaded.bundle().manifest();
    labels = recordLabels(manifest.labels());
    rule =
        new DecisionRule(
            manifest.task(), labels, manifest.threshold(), overridden(manifest, overrides));
  }

  /** Creates the model of all texts with the rules of its bundle. */
  public static ActiveModel of(LoadedBundle loaded) {
    return new ActiveModel(loaded, LanguageRoute.OTHERS, AbstainRules.none());
  }

  private static List<String> recordLabels(List<String> labels) {
    List<String> lower = labels.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    return lower.equals(SENTIMENT)
        ? lower.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList()
        : labels;
  }

  /** Returns the rules. A band is for two labels, a confidence for more. */
  private static AbstainRules overridden(Manifest manifest, AbstainRules overrides) {
    AbstainRules own = manifest.abstain();
    boolean binary = manifest.task() == Task.BINARY;
    return new AbstainRules(
        overrides.band().or(own::band).filter(band -> binary && !band.isEmpty()),
        overrides
            .confidence()
            .or(own::confidence)
            .filter(threshold -> !binary && threshold.probability() > 0),
        overrides.unknownShare().or(own::unknownShare));
  }

  /** Returns the route that selects this model. */
  public String route() {
    return route;
  }

  /** Returns the route with the languages of the bundle. */
  public LanguageRoute languageRoute() {
    return new LanguageRoute(route, manifest().languages());
  }

  /** Returns the SHA-256 of the bundle. */
  public String sha256() {
    return loaded.sha256();
  }

  /** Returns the size of the network in memory, in bytes; the vocabulary is not included. */
  public long networkBytes() {
    return loaded.bundle().networkBytes();
  }

  /** Returns the kind of the labels. */
  public Task task() {
    return manifest().task();
  }

  /**
   * Returns the labels as records spell them, in the model's order: those of the bundle, except
   * that {@code negative} and {@code positive} are in capitals.
   */
  public List<String> labels() {
    return labels;
  }

  /** Returns the rule from the probabilities of a text to its label. */
  public DecisionRule rule() {
    return rule;
  }

  /** Creates the reference to the model that a score contains. */
  public ModelReference reference() {
    return new ModelReference(manifest().name(), manifest().version(), loaded.sha256(), route);
  }

  /** Returns the bundle's name, version and SHA-256 for people, separated by spaces. */
  public String description() {
    return manifest().name() + " " + manifest().version() + " " + loaded.sha256();
  }

  /** Returns the histograms of the validation texts. */
  public ReferenceHistograms validated() {
    return manifest().histograms();
  }

  /** Returns the bundle's manifest. */
  public Manifest manifest() {
    return loaded.bundle().manifest();
  }

  /** Creates a scorer of prefixes. Not thread-safe: one per thread. */
  public PrefixScorer newPrefixScorer() {
    return loaded.bundle().newPrefixScorer();
  }

  /** Creates a scorer. Not thread-safe: one per thread. */
  public TextScorer newScorer() {
    return loaded.bundle().newScorer();
  }
}
