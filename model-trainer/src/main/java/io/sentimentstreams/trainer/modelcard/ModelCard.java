package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.text.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import io.sentimentstreams.trainer.provenance.ImportFacts;
import io.sentimentstreams.trainer.cli.Part;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.TrainingFacts;

/** The page that tells people what a bundle is, made from its manifest alone. */
public final class ModelCard {

  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(
          TrainingFacts.COMMAND,
          TrainingFacts.SOURCE,
          TrainingFacts.PATH,
          TrainingFacts.UNLABELLED_PATH,
          TrainingFacts.FINISHED,
          TrainingFacts.SECONDS,
          TrainingFacts.BEST_EPOCH);

  private final Manifest manifest;
  private final Map<String, String> facts;

  private ModelCard(Manifest manifest) {
    this.manifest = manifest;
    facts = manifest.training();
  }

  /** The card in Markdown. */
  public static String of(Manifest manifest) {
    ModelCard card = new ModelCard(manifest);
    if (ImportFacts.tellOfAnImport(card.facts)) {
      return String.join(
          "\n", List.of(card.whatItIs(), card.quality(), ImportFacts.section(card.facts)));
    }
    return String.join(
        "\n",
        List.of(card.whatItIs(), card.quality(), card.training(), card.command(), card.limits()));
  }

  private String whatItIs() {
    String layers =
        manifest.network().layers().stream()
            .map(Layer::toString)
            .map(layer -> "- `" + layer + "`\n")
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        """
    # %s, version %s

    A model that reads a review and gives %s.
    `bundle.zip` holds all that scoring needs; `model-trainer` wrote this page from its manifest.

    ## What it is

    %s
    %,d parameters. %sA text is put in lower case and cut into words as Keras' `Tokenizer` does; words
    that the vocabulary does not hold %s; of longer texts, the %s %d tokens are read.
    %s
    """,
        manifest.name(),
        manifest.version(),
        manyLabels()
            ? "the probability of each of %d labels".formatted(manifest.labels().size())
            : "the probability that its author liked what it is about",
        layers,
        manifest.network().parameterCount(),
        analysis(),
        unknownWords(),
        manifest.text().truncating() == Side.PRE ? "last" : "first",
        manifest.text().maxLength(),
        meaning());
  }

  private boolean manyLabels() {
    return manifest.labels().size() > 2;
  }

  private String meaning() {
    List<String> labels = manifest.labels();
    return manyLabels()
        ? "The most probable label is meant, of these: %s.".formatted(String.join(", ", labels))
        : "A score of at least %s means %s, a smaller one %s."
                .formatted(manifest.threshold(), labels.get(1), labels.get(0))
            + manifest.uncertainBand().map(ModelCard::band).orElse("");
  }

  /** What the table of qualities does not say of itself. */
  private String means() {
    return manyLabels() ? " AUC and F1 are the means over the labels, each against the rest." : "";
  }

  private static String band(AbstainBand band) {
    return String.format(
        Locale.ROOT,
        "\nScores from %s to below %s are uncertain: outside that band %.1f %% of held-out reviews"
            + "\nare decided, %.1f %% of them rightly.",
        band.low(),
        band.high(),
        100 * band.coverage(),
        100 * band.precision());
  }

  private String analysis() {
    return switch (manifest.text().analyzer()) {
      case KERAS -> "";
      case NORI -> "Lucene's nori cuts Korean into morphemes.\n";
    };
  }

  private String unknownWords() {
    return ImportFacts.tellOfAnImport(facts)
        ? "are left out, or become one token where the tokenizer has one"
        : "become one token";
  }

  private String quality() {
    StringBuilder rows = new StringBuilder();
    for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
      Quality measured = manifest.quality().get(part.label());
      rows.append(measured == null ? notMeasured(part) : row(part, measured));
    }
    return """
    ## Quality

    | part | reviews | accuracy | log loss | AUC | F1 | calibration error | data (SHA-256) |
    |---|---|---|---|---|---|---|---|
    %s
    Measured with the forward pass that the service uses. The validation part chose the epoch, so
    its figures are a little too good; those of the test part are not. The calibration error is the
    expected one over 15 bins of equal width (Naeini et al., 2015; Guo et al., 2017).%s
    """
        .formatted(rows, means());
  }

  private static String row(Part part, Quality measured) {
    return String.format(
        Locale.ROOT,
        "| %s: %s | %d | %.4f | %.4f | %.4f | %.4f | %.4f | `%.12s` |\n",
        part.label(),
        measured.data(),
        measured.examples(),
        measured.accuracy(),
        measured.logLoss(),
        measured.auc(),
        measured.f1(),
        measured.calibrationError(),
        measured.dataSha256());
  }

  private static String notMeasured(Part part) {
    return "| %s | not measured yet: `evaluate --split %s --record` | | | | | | |\n"
        .formatted(part.label(), part.label());
  }

  private String training() {
    String settings =
        facts.entrySet().stream()
            .filter(fact -> !TOLD_ELSEWHERE.contains(fact.getKey()))
            .filter(fact -> !fact.getKey().startsWith(TrainingFacts.EPOCH_PREFIX))
            .map(fact -> "| %s | %s |\n".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    String epochs =
        facts.entrySet().stream()
            .filter(fact -> fact.getKey().startsWith(TrainingFacts.EPOCH_PREFIX))
            .map(fact -> epoch(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    return """
    ## Training

    Data: %s%s. Made at %s; %s after %s s of training; the weights are those of epoch %s.

    | setting | value |
    |---|---|
    %s
    | epoch | training loss | training accuracy | validation loss | validation accuracy | seconds |
    |---|---|---|---|---|---|
    %s"""
        .formatted(
            fact(TrainingFacts.SOURCE),
            unlabelled(),
            manifest.createdAt(),
            fact(TrainingFacts.FINISHED).equals("true") ? "finished" : "not finished",
            fact(TrainingFacts.SECONDS),
            fact(TrainingFacts.BEST_EPOCH),
            settings,
            epochs);
  }

  private String unlabelled() {
    return facts.containsKey(TrainingFacts.UNLABELLED)
        ? ", and %s reviews without labels, of which the network learned the probability that a teacher gave: %s"
            .formatted(fact(TrainingFacts.UNLABELLED), fact(TrainingFacts.TEACHER))
        : "";
  }

  private static String epoch(String key, String values) {
    int number = Integer.parseInt(key.substring(TrainingFacts.EPOCH_PREFIX.length()));
    return "| %d | %s |\n".formatted(number, values.replace(" ", " | "));
  }

  private String command() {
    return """
    ## How it was made

    ```
    %s
    ```

    The same command on the same data with the same number of workers gives the same weights on the
    same kind of machine.
    """
        .formatted(fact(TrainingFacts.COMMAND));
  }

  private String limits() {
    String language =
        fact(TrainingFacts.SOURCE).equals(TrainingData.IMDB)
            ? "It learned from English film reviews of up to 2011, clearly positive or negative ones"
                + " only: in other languages, on other subjects and on lukewarm texts it guesses."
            : "It learned from the data named above: on texts of another kind it guesses.";
    return """
    ## Limits of use

    - %s
    - It judges the tone of a text as a whole; it does not know what is praised or blamed, and irony
      misleads it.
    - %s are uncertain. Watch the share of unknown words and the lengths in production:
      the bundle carries what it saw on its validation part for comparison.
    - It must not decide about people.
    """
        .formatted(
            language,
            manyLabels()
                ? "Texts whose labels are about equally probable"
                : "Scores near " + manifest.threshold());
  }

  private String fact(String name) {
    return facts.getOrDefault(name, "unknown");
  }
}
