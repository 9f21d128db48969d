package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Charts of epochs and histograms.
 *
 * @param figures factory of the page
 */
record ReportTables(ChartFigures figures) {

  DomContent loss(List<EpochFigures> epochs, OptionalInt best) {
    return figures.figure(
        "Loss by epoch",
        "Mean loss in nats. The training loss is measured with dropout, before each update. The circle marks the selected epoch.",
        TrainingCurves.loss(epochs, best),
        epochs(epochs, best));
  }

  DomContent accuracy(List<EpochFigures> epochs, OptionalInt best) {
    return figures.figure(
        "Accuracy by epoch",
        "Share of reviews whose preferred label is correct, in training and validation data.",
        TrainingCurves.accuracy(epochs, best),
        epochs(epochs, best));
  }

  private static HtmlTable epochs(List<EpochFigures> epochs, OptionalInt best) {
    return new HtmlTable(
        "Epochs",
        List.of(
            "epoch",
            "training loss",
            "training accuracy",
            "validation loss",
            "validation accuracy",
            "seconds"),
        epochs.stream()
            .map(
                epoch ->
                    List.of(
                        epoch.number()
                            + (best.equals(OptionalInt.of(epoch.number())) ? ", best" : ""),
                        HtmlTable.number(epoch.trainingLoss()),
                        HtmlTable.number(epoch.trainingAccuracy()),
                        HtmlTable.number(epoch.validationLoss()),
                        HtmlTable.number(epoch.validationAccuracy()),
                        Long.toString(epoch.seconds())))
            .toList());
  }

  DomContent scores(Manifest manifest, ClassifiedTexts texts) {
    GroupedCounts counts = GroupedCounts.scores(manifest, texts);
    return figures.figure(
        "Scores by " + group(manifest),
        "Distribution of %s by %s, in bins of width 0.05 named by their lowest score."
            .formatted(
                isBinary(manifest) ? "scores" : "the largest probabilities", group(manifest)),
        Charts.histogram("score", counts),
        counts("score from", counts));
  }

  private static boolean isBinary(Manifest manifest) {
    return manifest.task() == Task.BINARY;
  }

  private static String group(Manifest manifest) {
    return isBinary(manifest) ? "label" : "correctness";
  }

  DomContent lengths(Manifest manifest, ClassifiedTexts texts) {
    GroupedCounts counts = GroupedCounts.lengths(manifest, texts);
    return figures.figure(
        "Lengths by " + group(manifest),
        "Distribution of lengths in tokens before truncation, by %s. Bins are named by their smallest length; the last bin includes all longer reviews."
            .formatted(group(manifest)),
        Charts.histogram("tokens", counts),
        counts("tokens from", counts));
  }

  private static HtmlTable counts(String value, GroupedCounts counts) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < counts.bins().size(); i++) {
      rows.add(
          List.of(
              counts.bins().get(i),
              HtmlTable.count(counts.first().get(i)),
              HtmlTable.count(counts.second().get(i))));
    }
    return new HtmlTable(
        "Bins", List.of(value, counts.groups().get(0), counts.groups().get(1)), rows);
  }
}
