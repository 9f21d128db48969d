package io.sentimentstreams.trainer.report;

import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import io.sentimentstreams.trainer.evaluate.OneVersusRest;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.Reliability;
import io.sentimentstreams.trainer.evaluate.Roc;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * ROC curves and reliability diagrams.
 *
 * @param figures factory of the page
 */
record RankingFigures(ChartFigures figures) {

  /** Largest number of labels whose curves are all drawn. */
  private static final int ALL_CURVES = 4;

  private static final int WORST_CURVES = 3;

  /** Renders the ROC curve of data with both labels. */
  DomContent roc(List<Prediction> predictions) {
    Roc roc = Roc.of(predictions);
    List<List<String>> rows =
        roc.thinned(ChartFigures.TABLE_POINTS).points().stream()
            .map(
                point ->
                    List.of(
                        Double.isInfinite(point.threshold())
                            ? "above all scores"
                            : HtmlTable.number(point.threshold()),
                        HtmlTable.number(point.falsePositiveRate()),
                        HtmlTable.number(point.truePositiveRate())))
            .toList();
    return figures.figure(
        "Receiver operating characteristic, AUC " + HtmlTable.number(roc.area()),
        "True positive rate by false positive rate for decreasing thresholds. The area under the curve is the probability that a positive review scores above a negative one.",
        Charts.roc(Map.of("model", roc.thinned(ChartFigures.CHART_POINTS))),
        new HtmlTable(
            "Points of the curve",
            List.of("threshold", "false positive rate", "true positive rate"),
            rows));
  }

  /** Renders the ROC curves of each label against the rest, or of the worst ones. */
  DomContent rocs(List<ClassPrediction> predictions, List<String> labels) {
    OneVersusRest curves = OneVersusRest.of(predictions);
    Map<String, Roc> drawn = new LinkedHashMap<>();
    drawn.put("macro average", curves.macro());
    drawn.put("micro average", curves.micro());
    boolean all = labels.size() <= ALL_CURVES;
    List<Integer> single = curves.worst(all ? ALL_CURVES : WORST_CURVES);
    single.forEach(i -> drawn.put(labels.get(i), curves.curves().get(i)));
    drawn.replaceAll((name, curve) -> curve.thinned(ChartFigures.CHART_POINTS));
    return figures.figure(
        "Receiver operating characteristic of one label against the rest",
        "True positive rate by false positive rate for decreasing thresholds on the probability of a label."
            + (all
                ? ""
                : " The chart has the averages and the %d labels with the smallest areas."
                    .formatted(single.size())),
        Charts.roc(drawn),
        new HtmlTable("Areas under the curves", List.of("curve", "AUC"), areas(curves, labels)));
  }

  private static List<List<String>> areas(OneVersusRest curves, List<String> labels) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("macro average", HtmlTable.number(curves.macro().area())));
    rows.add(List.of("micro average", HtmlTable.number(curves.micro().area())));
    IntStream.range(0, labels.size())
        .forEach(
            i ->
                rows.add(
                    List.of(
                        labels.get(i),
                        curves.curves().get(i).points().isEmpty()
                            ? "undefined"
                            : HtmlTable.number(curves.curves().get(i).area()))));
    return rows;
  }

  /** Renders the reliability diagram of P(positive). */
  DomContent reliability(List<Prediction> predictions) {
    return reliability(
        Reliability.of(predictions), "Share of positive reviews by mean score", "positive share");
  }

  /** Renders the reliability diagram of the most probable label. */
  DomContent topReliability(List<ClassPrediction> predictions) {
    Reliability reliability =
        Reliability.of(
            predictions.stream()
                .map(each -> new Prediction(each.confidence(), each.isCorrect()))
                .toList());
    return reliability(
        reliability,
        "Share of correct labels by mean probability of the most probable label",
        "correct share");
  }

  private DomContent reliability(Reliability reliability, String description, String share) {
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
    return figures.figure(
        "Reliability, expected calibration error " + HtmlTable.number(reliability.error()),
        "%s, in %d bins of equal width. A calibrated model is on the diagonal."
            .formatted(description, Reliability.BINS),
        Charts.reliability(reliability, share),
        new HtmlTable("Bins", List.of("score", "reviews", "mean score", share), rows));
  }
}
