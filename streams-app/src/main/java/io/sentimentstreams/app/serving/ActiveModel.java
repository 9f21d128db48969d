package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.UncertainBand;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.util.Optional;

/** The bundle that scores. Immutable. Thread-safe. */
public final class ActiveModel {

  private final LoadedBundle loaded;
  private final LabelRule rule;

  /**
   * Creates the active model.
   *
   * @param loaded the verified bundle
   * @param configured the scores that are labelled UNCERTAIN; empty for the bundle's own band, if
   *     it has one
   */
  public ActiveModel(LoadedBundle loaded, Optional<UncertainBand> configured) {
    this.loaded = loaded;
    Manifest manifest = loaded.bundle().manifest();
    rule = new LabelRule(manifest.threshold(), configured.or(() -> ownBand(manifest)));
  }

  /** Returns the bundle's band. Its upper bound is exclusive, that of a setting is inclusive. */
  private static Optional<UncertainBand> ownBand(Manifest manifest) {
    return manifest
        .uncertainBand()
        .filter(band -> !band.isEmpty())
        .map(
            band ->
                new UncertainBand(
                    band.low(), band.high() < 1 ? Math.nextDown(band.high()) : band.high()));
  }

  /** Returns the scores that are labelled UNCERTAIN, both bounds included; empty for none. */
  public Optional<UncertainBand> uncertainBand() {
    return rule.uncertain();
  }

  /** Creates the reference to the model that a score contains. */
  public ModelReference reference() {
    Manifest manifest = loaded.bundle().manifest();
    return new ModelReference(manifest.name(), manifest.version(), loaded.sha256());
  }

  /** Returns the bundle's name, version and SHA-256 for people, separated by spaces. */
  public String description() {
    Manifest manifest = loaded.bundle().manifest();
    return manifest.name() + " " + manifest.version() + " " + loaded.sha256();
  }

  /** Returns the histograms of the validation texts. */
  public ReferenceHistograms validated() {
    return loaded.bundle().manifest().histograms();
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

  /** Returns the label of a score, 0 to 1. */
  public SentimentLabel label(double score) {
    return rule.label(score);
  }
}
