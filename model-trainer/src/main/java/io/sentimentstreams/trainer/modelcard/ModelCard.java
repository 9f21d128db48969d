package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationSettings;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Markdown page that describes a bundle, made from its contents. */
public final class ModelCard {

  private static final String ORDER =
      """

    The labels are a scale, the lowest first.
    The score is the expected position on it: 0 is the first label, 1 is the last.\
    """;

  private final Manifest manifest;
  private final TextIndexer tokenizer;
  private final RecordedProvenance provenance;
  private final Optional<ImportProvenance> imported;

  private ModelCard(Bundle bundle) {
    manifest = bundle.manifest();
    tokenizer = bundle.tokenizer();
    provenance = RecordedProvenance.of(manifest);
    imported = provenance.imported();
  }

  /** Returns the card as Markdown. */
  public static String of(Bundle bundle) {
    ModelCard card = new ModelCard(bundle);
    return Stream.of(
            card.model(),
            AnswerSections.of(card.manifest, card.provenance),
            card.quality(),
            BehaviourSection.of(card.manifest.behaviour()),
            card.origin())
        .filter(section -> !section.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String origin() {
    return imported
        .map(ImportSections::of)
        .orElseGet(() -> TrainingSections.of(manifest, provenance));
  }

  private String model() {
    String layers =
        manifest.network().layers().stream()
            .map(Layer::toString)
            .map(layer -> "- `" + layer + "`\n")
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        """
    # %s, version %s

    A model that reads a review and returns %s.
    `bundle.zip` contains everything that scoring needs.
    `model-trainer` generated this page from the manifest in the bundle.

    ## Model

    %s
    The network has %,d parameters.
    %s%s
    Words that are not in the vocabulary %s.
    The %s %d tokens of a longer text are read.
    %s
    """,
        manifest.name(),
        manifest.version(),
        hasManyLabels()
            ? "the probability of each of %d labels".formatted(manifest.labels().size())
            : "the probability that it is positive",
        layers,
        manifest.network().parameterCount(),
        analysis(),
        splitting(),
        unknownWords(),
        manifest.text().truncating() == Side.PRE ? "last" : "first",
        manifest.text().maxLength(),
        decision());
  }

  private boolean hasManyLabels() {
    return manifest.labels().size() > 2;
  }

  private String decision() {
    List<String> labels = manifest.labels();
    return hasManyLabels()
        ? "The model chooses the most probable label of these: %s."
                .formatted(String.join(", ", labels))
            + (manifest.task() == Task.ORDERED ? ORDER : "")
        : "A score of at least %s means %s, a lower score means %s."
            .formatted(manifest.threshold(), labels.get(1), labels.get(0));
  }

  private String analysis() {
    Normalizer normalizer = manifest.text().normalizer();
    String normalized =
        normalizer.equals(Normalizer.NONE)
            ? ""
            : "The normalizer `%s` first gives typed text its plain form (`docs/text.md`).\n"
                .formatted(normalizer);
    Analyzer analyzer = manifest.text().analyzer();
    return analyzer == Analyzer.KERAS
        ? normalized
        : normalized
            + "Lucene's %s analyzer first %s.\n"
                .formatted(analyzer.displayName(), analyzer.purpose());
  }

  private String splitting() {
    if (tokenizer instanceof TextVectorization layer) {
      TextVectorizationSettings settings = layer.settings();
      return String.format(
          Locale.ROOT,
          "A `TextVectorization` of Keras splits a text (standardize `%s`, split `%s`, n-grams %s).",
          settings.standardization().name().toLowerCase(Locale.ROOT),
          settings.splitting().name().toLowerCase(Locale.ROOT),
          settings.ngrams().isEmpty() ? "none" : settings.ngrams());
    }
    return "The tokenizer lower-cases a text and splits it into words, as the `Tokenizer` of Keras does.";
  }

  private String unknownWords() {
    return imported.isPresent() && !(tokenizer instanceof TextVectorization)
        ? "are dropped, or replaced by one token if the tokenizer has one"
        : "are replaced by one token";
  }

  private String quality() {
    return """
    ## Quality

    | split | reviews | accuracy | log loss | AUC | F1 | calibration error | data (SHA-256) |
    |---|---|---|---|---|---|---|---|
    %s%s
    These figures were measured with the forward pass that the application uses.
    The validation split chose the best epoch, so its figures are slightly optimistic.
    The model was not tuned on the test split.
    The calibration error is the expected calibration error over 15 bins of equal width (Naeini et al., 2015; Guo et al., 2017).
    %s"""
        .formatted(
            row(Split.VALIDATION),
            row(Split.TEST),
            hasManyLabels()
                ? "AUC and F1 are means over the labels, each against the rest.\n" + scale()
                : "");
  }

  /** Returns the distances on the scale of ordered labels. */
  private String scale() {
    if (manifest.task() != Task.ORDERED) {
      return "";
    }
    return """

    | split | MAE by the most probable label | MAE by the expected position | quadratic weighted kappa |
    |---|---|---|---|
    %s
    MAE is the mean distance from the true label, in steps from one label to the next.
    Kappa is 1 for equal labels and 0 for chance (Cohen, 1968).
    """
        .formatted(
            Stream.of(Split.VALIDATION, Split.TEST)
                .map(Split::label)
                .map(split -> scale(split, Optional.ofNullable(manifest.quality().get(split))))
                .collect(Collectors.joining()));
  }

  private static String scale(String split, Optional<Quality> quality) {
    return quality
        .flatMap(Quality::ordered)
        .map(
            measured ->
                String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %s |\n",
                    split,
                    measured.meanAbsoluteError(),
                    measured.meanAbsoluteErrorExpected(),
                    measured
                        .quadraticWeightedKappa()
                        .map(kappa -> String.format(Locale.ROOT, "%.4f", kappa))
                        .orElse("undefined")))
        .orElse("");
  }

  private String row(Split split) {
    Optional<Quality> measured = Optional.ofNullable(manifest.quality().get(split.label()));
    return measured
        .map(quality -> row(split, quality))
        .orElseGet(
            () ->
                "| %s | not measured yet: run `evaluate --split %s --record` | | | | | | |\n"
                    .formatted(split.label(), split.label()));
  }

  private static String row(Split split, Quality measured) {
    return String.format(
        Locale.ROOT,
        "| %s: %s | %d | %.4f | %.4f | %.4f | %.4f | %.4f | `%.12s` |\n",
        split.label(),
        measured.data(),
        measured.examples(),
        measured.accuracy(),
        measured.logLoss(),
        measured.auc(),
        measured.f1(),
        measured.calibrationError(),
        measured.dataSha256());
  }
}
