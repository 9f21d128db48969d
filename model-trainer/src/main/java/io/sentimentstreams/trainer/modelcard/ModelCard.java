package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The Markdown page that describes a bundle, made from its manifest alone. */
public final class ModelCard {

  private static final String UNKNOWN = "unknown";

  private final Manifest manifest;
  private final RecordedProvenance provenance;
  private final Optional<ImportProvenance> imported;

  private ModelCard(Manifest manifest) {
    this.manifest = manifest;
    provenance = RecordedProvenance.of(manifest);
    imported = provenance.imported();
  }

  /** Returns the card as Markdown. */
  public static String of(Manifest manifest) {
    ModelCard card = new ModelCard(manifest);
    List<String> origin =
        card.imported
            .map(ModelCard::origin)
            .map(List::of)
            .orElseGet(() -> List.of(card.training(), card.command(), card.limits()));
    return card.model() + "\n" + card.quality() + "\n" + String.join("\n", origin);
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
    `model-trainer` wrote this page from the manifest in it.

    ## Model

    %s
    The network has %,d parameters.
    %sA text is lower-cased and split into words like by the `Tokenizer` of Keras.
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
        : "A score of at least %s means %s, a lower score means %s."
                .formatted(manifest.threshold(), labels.get(1), labels.get(0))
            + manifest.uncertainBand().map(ModelCard::band).orElse("");
  }

  private static String band(AbstainBand band) {
    return String.format(
        Locale.ROOT,
        """

    Scores from %s to below %s are uncertain.
    Outside that band, the model decides %.1f %% of the validation reviews, %.1f %% of them correctly.\
    """,
        band.low(),
        band.high(),
        100 * band.coverage(),
        100 * band.precision());
  }

  private String analysis() {
    return switch (manifest.text().analyzer()) {
      case KERAS -> "";
      case NORI -> "Lucene's nori analyzer first splits Korean text into morphemes.\n";
    };
  }

  private String unknownWords() {
    return imported.isPresent()
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
    The test split chose nothing.
    The calibration error is the expected calibration error over 15 bins of equal width (Naeini et al., 2015; Guo et al., 2017).
    %s"""
        .formatted(
            row(Split.VALIDATION),
            row(Split.TEST),
            hasManyLabels()
                ? "AUC and F1 are means over the labels, each against the rest.\n"
                : "");
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

  private String training() {
    String settings =
        provenance.tableOfModelCard().entrySet().stream()
            .map(fact -> "| %s | %s |\n".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    String epochs = provenance.epochs().stream().map(ModelCard::row).collect(Collectors.joining());
    OptionalInt best = provenance.bestEpoch();
    return """
    ## Training

    Data: %s.
    %sThe bundle was made at %s.
    The training is %s after %s s.
    The weights are those of epoch %s.

    | setting | value |
    |---|---|
    %s
    | epoch | training loss | training accuracy | validation loss | validation accuracy | seconds |
    |---|---|---|---|---|---|
    %s"""
        .formatted(
            provenance.dataSource().orElse(UNKNOWN),
            distillation(),
            manifest.createdAt(),
            provenance.isFinished() ? "finished" : "not finished",
            provenance.seconds().map(Object::toString).orElse(UNKNOWN),
            best.isPresent() ? Integer.toString(best.getAsInt()) : UNKNOWN,
            settings,
            epochs);
  }

  private String distillation() {
    return provenance
        .unlabelledExamples()
        .map(
            examples ->
                """
    The network also learned from %d reviews without labels.
    Their targets are the probabilities that a teacher computed: %s.
    """
                    .formatted(examples, provenance.teacher().orElse(UNKNOWN)))
        .orElse("");
  }

  private static String row(EpochFigures epoch) {
    return String.format(
        Locale.ROOT,
        "| %d | %.5f | %.5f | %.5f | %.5f | %d |\n",
        epoch.number(),
        epoch.trainingLoss(),
        epoch.trainingAccuracy(),
        epoch.validationLoss(),
        epoch.validationAccuracy(),
        epoch.seconds());
  }

  private String command() {
    return """
    ## How to reproduce it

    ```
    %s
    ```

    The same command, data and number of workers give the same weights on the same kind of machine.
    """
        .formatted(provenance.command().orElse(UNKNOWN));
  }

  private String limits() {
    String domain =
        provenance.dataSource().equals(Optional.of(TrainingData.IMDB))
            ? """
    - The model learned from English film reviews up to 2011 that are clearly positive or negative.
      Do not rely on it for other languages, other topics or lukewarm texts.
    """
            : """
    - The model learned from the data above.
      Do not rely on it for other kinds of text.
    """;
    return """
    ## Limits of use

    %s- The model scores the tone of a whole text.
      It does not know what is praised or criticized, and irony misleads it.
    - %s are uncertain.
      Monitor the share of unknown words and the lengths of texts in production.
      The bundle contains the distributions of its validation reviews for comparison.
    - Do not use it to decide about people.
    """
        .formatted(
            domain,
            hasManyLabels()
                ? "Texts whose labels are about equally probable"
                : "Scores near " + manifest.threshold());
  }

  private static String origin(ImportProvenance imported) {
    String comparison =
        imported
            .comparison()
            .map(
                made ->
                    String.format(
                        Locale.ROOT,
                        "%d scores were compared with those of Keras; the largest difference is %.2e.",
                        made.samples(),
                        made.largestDifference()))
            .orElse("The scores were not compared with those of Keras.");
    return """
    ## Origin

    Imported from `%s` (SHA-256 `%.12s`), which Keras %s saved.
    %s
    The file does not record its training data and settings.

    ```
    %s
    ```

    ## Limits of use

    - Do not rely on the model for texts of another kind than its training data.
    - Do not use it to decide about people.
    """
        .formatted(
            imported.file(),
            imported.sha256(),
            imported.kerasVersion(),
            comparison,
            imported.command());
  }
}
