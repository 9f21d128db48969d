package io.sentimentstreams.cli;

import io.sentimentstreams.bundle.Bundle;
import io.sentimentstreams.bundle.BundleWriter;
import io.sentimentstreams.bundle.GoldenScore;
import io.sentimentstreams.bundle.Histogram;
import io.sentimentstreams.bundle.Manifest;
import io.sentimentstreams.bundle.Quality;
import io.sentimentstreams.bundle.ReferenceHistograms;
import io.sentimentstreams.calibrate.BandChoice;
import io.sentimentstreams.calibrate.Method;
import io.sentimentstreams.data.DataFingerprint;
import io.sentimentstreams.data.LabelledText;
import io.sentimentstreams.evaluate.Measures;
import io.sentimentstreams.evaluate.ScoredTexts;
import io.sentimentstreams.network.Model;
import io.sentimentstreams.network.Network;
import io.sentimentstreams.scoring.ScoredText;
import io.sentimentstreams.scoring.TextScorer;
import io.sentimentstreams.text.SequenceSettings;
import io.sentimentstreams.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes a bundle and its model card of a trained model, measured with the service's own scorer. */
final class BundleDraft {

  private static final double THRESHOLD = 0.5;
  private static final List<String> LABELS = List.of("negative", "positive");

  private final TrainingPlan plan;
  private final Tokenizer tokenizer;
  private final InstantSource clock;

  BundleDraft(TrainingPlan plan, Tokenizer tokenizer, InstantSource clock) {
    this.plan = plan;
    this.tokenizer = tokenizer;
    this.clock = clock;
  }

  /**
   * A bundle that was written.
   *
   * @param manifest what it says of itself
   * @param scored the held-out texts as it scores them
   * @param measures how it did on them
   */
  record Written(Manifest manifest, ScoredTexts scored, Measures measures) {}

  /**
   * Measures a model and writes it down.
   *
   * @param facts of its training
   * @param held texts that it did not learn from, at least one
   * @param description what those texts are
   * @return what was written
   */
  Written write(
      Model model, Map<String, String> facts, List<LabelledText> held, String description) {
    return write(model, facts, held, description, Optional.empty());
  }

  /** As above, of the model as it is released: calibrated, with the band that was asked for. */
  Written finish(
      Model model, Map<String, String> facts, List<LabelledText> held, String description) {
    Release release = plan.release();
    Map<String, String> all = new TreeMap<>(facts);
    release
        .precision()
        .ifPresent(precision -> all.put(TrainingFacts.PRECISION, precision.toString()));
    if (release.calibration() == Method.NONE) {
      return write(model, all, held, description, release.precision());
    }
    CalibratedModel calibrated =
        CalibratedModel.of(
            model, release.calibration(), scored(unmeasured(model), held).predictions(), THRESHOLD);
    all.putAll(calibrated.facts());
    return write(calibrated.model(), all, held, description, release.precision());
  }

  private Written write(
      Model model,
      Map<String, String> facts,
      List<LabelledText> held,
      String description,
      Optional<Double> precision) {
    Bundle unmeasured = unmeasured(model);
    ScoredTexts scored = scored(unmeasured, held);
    Measures measures = Measures.of(scored.predictions(), THRESHOLD);
    Quality quality = quality(measures, description, DataFingerprint.of(held));
    Manifest measured =
        told(
            unmeasured.manifest(),
            facts,
            Map.of(Part.VALIDATION.label(), quality),
            histograms(scored));
    Manifest manifest =
        precision
            .map(wanted -> BandChoice.of(scored.predictions(), THRESHOLD, wanted).band())
            .map(measured::withUncertainBand)
            .orElse(measured);
    write(new Bundle(manifest, tokenizer, model, golden(unmeasured.newScorer())), plan.folder());
    return new Written(manifest, scored, measures);
  }

  private Bundle unmeasured(Model model) {
    Manifest bare =
        manifest(plan.name(), plan.version(), clock.instant(), model.network(), plan.sequences());
    return new Bundle(bare, tokenizer, model, List.of());
  }

  private ScoredTexts scored(Bundle bundle, List<LabelledText> held) {
    return ScoredTexts.of(bundle, held, plan.settings().workers());
  }

  /** Writes a bundle and its model card into a folder, which is made where it is missing. */
  static void write(Bundle bundle, Path folder) {
    try {
      Files.createDirectories(folder);
      BundleWriter.write(bundle, folder.resolve(TrainingPlan.BUNDLE));
      Files.writeString(folder.resolve(TrainingPlan.MODEL_CARD), ModelCard.of(bundle.manifest()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be written (%s); check the path and its permissions".formatted(folder, e), e);
    }
  }

  /** What a bundle records of measures. Where there was one label only, AUC is a coin's. */
  static Quality quality(Measures measures, String description, DataFingerprint data) {
    Double auc = measures.auc();
    return new Quality(
        description,
        data.sha256(),
        data.examples(),
        measures.accuracy(),
        measures.logLoss(),
        auc == null ? 0.5 : auc,
        measures.f1(),
        measures.calibrationError());
  }

  /** What a bundle says of itself before anything is known of its training. */
  static Manifest manifest(
      String name, String version, Instant createdAt, Network network, SequenceSettings text) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        name,
        version,
        createdAt.truncatedTo(ChronoUnit.SECONDS).toString(),
        network,
        text,
        LABELS,
        THRESHOLD,
        Map.of(),
        Map.of(),
        ReferenceHistograms.empty());
  }

  /** The same with what is known of its training and its validation. */
  static Manifest told(
      Manifest bare,
      Map<String, String> facts,
      Map<String, Quality> quality,
      ReferenceHistograms histograms) {
    return new Manifest(
        bare.formatVersion(),
        bare.name(),
        bare.version(),
        bare.createdAt(),
        bare.network(),
        bare.text(),
        bare.labels(),
        bare.threshold(),
        quality,
        facts,
        histograms);
  }

  /** The scores that the bundle will have to give. */
  static List<GoldenScore> golden(TextScorer scorer) {
    return GoldenTexts.ALL.stream()
        .map(text -> new GoldenScore(text, scorer.score(text).score()))
        .toList();
  }

  private static ReferenceHistograms histograms(ScoredTexts scored) {
    return new ReferenceHistograms(
        histogram(scored, ReferenceHistograms.SCORE_BOUNDS, ScoredText::score),
        histogram(scored, ReferenceHistograms.LENGTH_BOUNDS, ScoredText::tokens),
        histogram(
            scored,
            ReferenceHistograms.SHARE_BOUNDS,
            text -> text.tokens() == 0 ? 0 : (double) text.outOfVocabulary() / text.tokens()));
  }

  private static Histogram histogram(
      ScoredTexts scored, List<Double> bounds, ToDoubleFunction<ScoredText> value) {
    return Histogram.of(bounds, scored.scores().stream().mapToDouble(value));
  }
}
