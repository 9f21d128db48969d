package io.sentimentstreams.app.serving;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.util.Optional;

/** The bundle that scores now. Immutable, thread-safe. */
public final class ActiveModel {

  private final LoadedBundle loaded;
  private final LabelRule rule;

  /**
   * Puts a bundle to work.
   *
   * @param loaded the bundle, read and verified
   * @param configured the scores that are labelled UNCERTAIN; where it is empty, the bundle's own
   *     band is taken, if it has one
   */
  public ActiveModel(LoadedBundle loaded, Optional<AbstainBand> configured) {
    this.loaded = loaded;
    Manifest manifest = loaded.bundle().manifest();
    rule =
        new LabelRule(
            manifest.threshold(),
            configured.or(manifest::uncertainBand).filter(band -> !band.isEmpty()));
  }

  /** Returns the scores that are labelled UNCERTAIN, if any are. */
  public Optional<AbstainBand> uncertainBand() {
    return rule.uncertain();
  }

  /** What every score says of the model that made it; a new record each time. */
  public ModelReference reference() {
    Manifest manifest = loaded.bundle().manifest();
    return new ModelReference(manifest.name(), manifest.version(), loaded.sha256());
  }

  /** The bundle's name, version and SHA-256, separated by spaces. */
  public String description() {
    Manifest manifest = loaded.bundle().manifest();
    return manifest.name() + " " + manifest.version() + " " + loaded.sha256();
  }

  /** What the model saw on its validation texts. */
  public ReferenceHistograms validated() {
    return loaded.bundle().manifest().histograms();
  }

  /** What the bundle says of itself. */
  public Manifest manifest() {
    return loaded.bundle().manifest();
  }

  /** A scorer of prefixes with memory of its own: not thread-safe, one per thread. */
  public PrefixScorer newPrefixScorer() {
    return loaded.bundle().newPrefixScorer();
  }

  /** A scorer with memory of its own: not thread-safe, one per thread. */
  public TextScorer newScorer() {
    return loaded.bundle().newScorer();
  }

  /** The label of a score in [0, 1]. */
  public SentimentLabel label(double score) {
    return rule.label(score);
  }
}
