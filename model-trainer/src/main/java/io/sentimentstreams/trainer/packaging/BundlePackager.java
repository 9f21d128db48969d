package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.calibrate.AbstainBandSelector;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
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
import io.sentimentstreams.trainer.modelcard.ModelCard;
import io.sentimentstreams.trainer.cli.Part;
import io.sentimentstreams.trainer.provenance.TrainingFacts;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;

/** Makes a bundle and its model card of a trained model, measured with the service's own scorer. */
public final class BundlePackager {

  private static final double THRESHOLD = 0.5;

  private final TrainingPlan plan;
  private final Labels labels;
  private final Tokenizer tokenizer;
  private final InstantSource clock;

  public BundlePackager(TrainingPlan plan, Labels labels, Tokenizer tokenizer, InstantSource clock) {
    this.plan = plan;
    this.labels = labels;
    this.tokenizer = tokenizer;
    this.clock = clock;
  }

  /**
   * A bundle that was written.
   *
   * @param manifest what it says of itself
   * @param quality how it did on the held-out texts
   * @param scored those texts as it scores them; empty if it has more than two labels
   */
  public record Written(Manifest manifest, Quality quality, Optional<ScoredTexts> scored) {}

  /**
   * Measures a model and writes it down.
   *
   * @param facts of its training
   * @param held texts that it did not learn from, at least one
   * @param description what those texts are
   * @return what was written
   */
  public Written write(
      Model model, Map<String, String> facts, List<LabelledText> held, String description) {
    return write(model, facts, held, description, Optional.empty());
  }

  /**
   * As above, of the model as it is released: calibrated, with the band that was asked for. Of more
   * than two labels it is written as it is.
   */
  public Written finish(
      Model model, Map<String, String> facts, List<LabelledText> held, String description) {
    if (labels.size() > 2) {
      return write(model, facts, held, description);
    }
    ReleaseSettings release = plan.release();
    Map<String, String> all = new TreeMap<>(facts);
    release
        .precision()
        .ifPresent(precision -> all.put(TrainingFacts.PRECISION, precision.toString()));
    if (release.calibration() == CalibrationMethod.NONE) {
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
    Measured measured = measured(unmeasured, held, description);
    Manifest told =
        told(
            unmeasured.manifest(),
            facts,
            Map.of(Part.VALIDATION.label(), measured.quality()),
            measured.histograms());
    Optional<AbstainBand> band =
        precision.flatMap(
            wanted ->
                measured
                    .scored()
                    .map(
                        scored ->
                            AbstainBandSelector.of(scored.predictions(), THRESHOLD, wanted)
                                .band()));
    Manifest manifest = band.map(told::withUncertainBand).orElse(told);
    write(new Bundle(manifest, tokenizer, model, golden(unmeasured)), plan.folder());
    return new Written(manifest, measured.quality(), measured.scored());
  }

  private Bundle unmeasured(Model model) {
    Manifest bare =
        manifest(
            plan.name(),
            plan.version(),
            clock.instant(),
            model.network(),
            plan.sequences(),
            labels);
    return new Bundle(bare, tokenizer, model, List.of());
  }

  private ScoredTexts scored(Bundle bundle, List<LabelledText> held) {
    return ScoredTexts.of(bundle, held, plan.settings().workers());
  }

  /** What a bundle shows on texts; scores where it has two labels. */
  private record Measured(
      Quality quality, ReferenceHistograms histograms, Optional<ScoredTexts> scored) {}

  private Measured measured(Bundle bundle, List<LabelledText> held, String description) {
    DataFingerprint data = DataFingerprint.of(held);
    if (labels.size() == 2) {
      ScoredTexts scored = scored(bundle, held);
      Quality quality = quality(Measures.of(scored.predictions(), THRESHOLD), description, data);
      return new Measured(quality, histograms(scored.scores()), Optional.of(scored));
    }
    ClassifiedTexts classified = ClassifiedTexts.of(bundle, held, plan.settings().workers());
    Quality quality =
        quality(ClassMeasures.of(classified.predictions(), labels.names()), description, data);
    List<ScoredText> mostProbable =
        classified.classified().stream().map(BundlePackager::mostProbable).toList();
    return new Measured(quality, histograms(mostProbable), Optional.empty());
  }

  private static ScoredText mostProbable(ClassifiedText text) {
    return new ScoredText(
        text.probabilities().get(text.best()),
        text.tokens(),
        text.outOfVocabulary(),
        text.truncated());
  }

  /** Writes a bundle and its model card into a folder, which is made where it is missing. */
  public static void write(Bundle bundle, Path folder) {
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
  public static Quality quality(Measures measures, String description, DataFingerprint data) {
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

  /** As above for more than two labels: AUC and F1 are the means over all. */
  public static Quality quality(ClassMeasures measures, String description, DataFingerprint data) {
    Double auc = measures.auc();
    return new Quality(
        description,
        data.sha256(),
        data.examples(),
        measures.accuracy(),
        measures.logLoss(),
        auc == null ? 0.5 : auc,
        measures.macroF1(),
        measures.calibrationError());
  }

  /** What a bundle says of itself before anything is known of its training. */
  public static Manifest manifest(
      String name,
      String version,
      Instant createdAt,
      Network network,
      SequenceSettings text,
      Labels labels) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        name,
        version,
        createdAt.truncatedTo(ChronoUnit.SECONDS).toString(),
        network,
        text,
        labels.names(),
        THRESHOLD,
        Map.of(),
        Map.of(),
        ReferenceHistograms.empty());
  }

  /** The same with what is known of its training and its validation. */
  public static Manifest told(
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

  /** The scores that a bundle will have to give. */
  public static List<GoldenScore> golden(Bundle bundle) {
    TextScorer scorer = bundle.newScorer();
    int outputs = bundle.manifest().network().output().units();
    return GoldenTexts.ALL.stream().map(text -> GoldenScore.of(scorer, outputs, text)).toList();
  }

  private static ReferenceHistograms histograms(List<ScoredText> scored) {
    return new ReferenceHistograms(
        histogram(scored, ReferenceHistograms.SCORE_BOUNDS, ScoredText::score),
        histogram(scored, ReferenceHistograms.LENGTH_BOUNDS, ScoredText::tokens),
        histogram(
            scored,
            ReferenceHistograms.SHARE_BOUNDS,
            text -> text.tokens() == 0 ? 0 : (double) text.outOfVocabulary() / text.tokens()));
  }

  private static Histogram histogram(
      List<ScoredText> scored, List<Double> bounds, ToDoubleFunction<ScoredText> value) {
    return Histogram.of(bounds, scored.stream().mapToDouble(value));
  }
}
