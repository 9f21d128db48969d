package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;

import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.Reliability;
import io.sentimentstreams.trainer.evaluate.Roc;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of a page, each with a description and a data table. Not thread-safe: one per page. */
final class ReportTables {

  private static final int CHART_POINTS = 200;
  private static final int TABLE_POINTS = 20;

  private final SvgRenderer renderer = new SvgRenderer();

  DomContent loss(List<EpochFigures> epochs, OptionalInt best) {
    return figure(
        "Loss by epoch",
        "Mean binary cross-entropy in nats. The training loss is measured with dropout, before each update. The circle marks the selected epoch.",
        TrainingCurves.loss(epochs, best),
        epochs(epochs, best));
  }

  DomContent accuracy(List<EpochFigures> epochs, OptionalInt best) {
    return figure(
        "Accuracy by epoch",
        "Share of reviews with a correct decision at threshold 0.5, in training and validation data.",
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

  /** Renders the ROC curve of data with both labels. */
  DomContent roc(List<Prediction> predictions, double auc) {
    Roc roc = Roc.of(predictions);
    List<List<String>> rows =
        roc.thinned(TABLE_POINTS).points().stream()
            .map(
                point ->
                    List.of(
                        Double.isInfinite(point.threshold())
                            ? "above all scores"
                            : HtmlTable.number(point.threshold()),
                        HtmlTable.number(point.falsePositiveRate()),
                        HtmlTable.number(point.truePositiveRate())))
            .toList();
    return figure(
        "Receiver operating characteristic, AUC " + HtmlTable.number(auc),
        "True positive rate by false positive rate for decreasing thresholds. The area under the curve is the probability that a positive review scores above a negative one.",
        Charts.roc(roc.thinned(CHART_POINTS)),
        new HtmlTable(
            "Points of the curve",
            List.of("threshold", "false positive rate", "true positive rate"),
            rows));
  }

  DomContent reliability(List<Prediction> predictions, Measures measures) {
    Reliability reliability = Reliability.of(predictions);
    List<List<String>> rows =
        reliability.bins().stream()
            .map(
                bin ->
                    List.of(
                        String.format(Locale.ROOT, "%.2f to %.2f", bin.from(), bin.to()),
                        HtmlTable.count(bin.count()),
                        bin.count() == 0 ? "" : HtmlTable.number(bin.meanScore()),
                        bin.count() == 0 ? "" : HtmlTable.number(bin.positiveShare())))
            .toList();
    return figure(
        "Reliability, expected calibration error " + HtmlTable.number(measures.calibrationError()),
        "Share of positive reviews by mean score, in "
            + Reliability.BINS
            + " bins of equal width. A calibrated model is on the diagonal.",
        Charts.reliability(reliability),
        new HtmlTable("Bins", List.of("score", "reviews", "mean score", "positive share"), rows));
  }

  DomContent scores(ScoredTexts scored, List<String> labels) {
    LabelledCounts counts = LabelledCounts.scores(scored, labels);
    return figure(
        "Scores by label",
        "Distribution of scores by label, in bins of width 0.05 named by their lowest score.",
        Charts.histogram("score", counts),
        counts("score from", counts));
  }

  DomContent lengths(ScoredTexts scored, List<String> labels) {
    LabelledCounts counts = LabelledCounts.lengths(scored, labels);
    return figure(
        "Lengths by label",
        "Distribution of lengths in tokens before truncation, by label. Bins are named by their smallest length; the last bin includes all longer reviews.",
        Charts.histogram("tokens", counts),
        counts("tokens from", counts));
  }

  private static HtmlTable counts(String value, LabelledCounts counts) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < counts.bins().size(); i++) {
      rows.add(
          List.of(
              counts.bins().get(i),
              HtmlTable.count(counts.negative().get(i)),
              HtmlTable.count(counts.positive().get(i))));
    }
    return new HtmlTable(
        "Bins", List.of(value, counts.labels().get(0), counts.labels().get(1)), rows);
  }

  private DomContent figure(String title, String description, Chart<?, ?> chart, HtmlTable data) {
    return TagCreator.figure(
        h3(title),
        rawHtml(renderer.svg(chart, title + ". " + description)),
        figcaption(description),
        details(summary("Data table"), data.html()));
  }
}
