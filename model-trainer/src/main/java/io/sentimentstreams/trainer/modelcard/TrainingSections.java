package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The sections of a model card about the training of a model.
 *
 * @param manifest manifest of the bundle
 * @param provenance facts in the manifest
 */
record TrainingSections(Manifest manifest, RecordedProvenance provenance) {

  private static final String UNKNOWN = "unknown";

  /** Returns the sections as Markdown. */
  static String of(Manifest manifest, RecordedProvenance provenance) {
    TrainingSections sections = new TrainingSections(manifest, provenance);
    return sections.training() + "\n" + sections.command() + "\n" + sections.limits();
  }

  private String training() {
    String settings =
        provenance.tableOfModelCard().entrySet().stream()
            .map(fact -> "| %s | %s |\n".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    String epochs =
        provenance.epochs().stream().map(TrainingSections::row).collect(Collectors.joining());
    OptionalInt best = provenance.bestEpoch();
    return """
    ## Training

    Data: %s.
    %sThe bundle was created at %s.
    The training %s %s s.
    The weights are those of epoch %s.

    | setting | value |
    |---|---|
    %s
    | epoch | training loss | training accuracy | validation loss | validation accuracy | seconds |
    |---|---|---|---|---|---|
    %s"""
        .formatted(
            provenance.dataSource().orElse(UNKNOWN),
            distillation() + softLabels(),
            manifest.createdAt(),
            provenance.isFinished() ? "finished after" : "is not finished; it took",
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

  private String softLabels() {
    return provenance
        .softLabelled()
        .map(
            labelled ->
                """
    Soft labels from files are part of the targets of %d labelled reviews, and the targets of %d reviews without a label.
    They come from these files: %s.
    """
                    .formatted(
                        labelled,
                        provenance.softAdditional().orElse(0),
                        String.join(", ", provenance.softLabelFiles())))
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
            manifest.labels().size() > 2
                ? "Texts whose labels are about equally probable"
                : "Scores near " + manifest.threshold());
  }
}
