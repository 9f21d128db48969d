package io.sentimentstreams.trainer.inspect;

import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.OrderedQuality;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text form of an inspection. */
final class InspectionText {

  private static final int MAX_TEXT_LENGTH = 60;

  private InspectionText() {}

  static String of(Inspection bundle) {
    return String.join(
        "\n\n",
        List.of(
            head(bundle),
            "layers\n" + layers(bundle),
            "vocabulary\n" + vocabulary(bundle.vocabulary()),
            "quality\n" + quality(bundle.records().quality()),
            "training\n" + training(bundle.records().training()),
            "histograms of the validation split\n" + histograms(bundle),
            "golden scores\n" + golden(bundle.records().golden()),
            "checksums (SHA-256)\n" + checksums(bundle)));
  }

  private static String head(Inspection bundle) {
    TextTable table = new TextTable();
    row(table, "bundle", bundle.file().path());
    row(table, "name, version", bundle.model().name() + ", " + bundle.model().version());
    row(table, "created at", bundle.model().createdAt());
    row(table, "format", Integer.toString(bundle.model().formatVersion()));
    row(table, "size", String.format(Locale.ROOT, "%,d bytes", bundle.file().bytes()));
    row(table, "labels", String.join(", ", bundle.decision().labels()));
    row(table, "task", bundle.decision().task().name().toLowerCase(Locale.ROOT));
    row(
        table,
        "languages",
        bundle.decision().languages().isEmpty()
            ? "any"
            : String.join(", ", bundle.decision().languages()));
    if (bundle.decision().task() == Task.BINARY) {
      row(table, "threshold", Double.toString(bundle.decision().threshold()));
    }
    row(table, "no answer", rules(bundle.decision().abstain()));
    row(table, "text", bundle.text().toString());
    return table.toString();
  }

  private static String rules(AbstainRules rules) {
    List<String> lines = new ArrayList<>(List.of("no known token"));
    rules
        .unknownShare()
        .ifPresent(
            share ->
                lines.add(
                    String.format(Locale.ROOT, "more than %.1f %% unknown tokens", 100 * share)));
    rules
        .band()
        .ifPresent(
            band ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "scores from %s to below %s (%.1f %% are decided, %.1f %% of them correctly)",
                        band.low(),
                        band.high(),
                        100 * band.coverage(),
                        100 * band.precision())));
    rules
        .confidence()
        .ifPresent(
            threshold ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "probabilities below %s (%.1f %% are decided, %.1f %% of them correctly)",
                        threshold.probability(),
                        100 * threshold.coverage(),
                        100 * threshold.precision())));
    return String.join("; ", lines);
  }

  private static String layers(Inspection bundle) {
    TextTable table = new TextTable();
    table.add("name", List.of("layer", "output", "parameters", "weights"));
    for (Inspection.LayerRow layer : bundle.network().layers()) {
      table.add(
          layer.name(),
          List.of(
              layer.kind(),
              Integer.toString(layer.output()),
              String.format(Locale.ROOT, "%,d", layer.parameters()),
              layer.weights().entrySet().stream()
                  .map(weight -> weight.getKey() + " " + weight.getValue())
                  .collect(Collectors.joining(", "))));
    }
    table.add(
        "total",
        List.of("", "", String.format(Locale.ROOT, "%,d", bundle.network().parameters()), ""));
    return table.toString();
  }

  private static String vocabulary(Inspection.Words words) {
    String unknown = words.outOfVocabulary();
    return String.format(
        Locale.ROOT,
        "%,d tokens%s; unknown tokens %s%nfirst: %s",
        words.size(),
        words.documents() == null
            ? ""
            : String.format(Locale.ROOT, " of %,d texts", words.documents()),
        unknown == null ? "are dropped" : "become " + unknown,
        String.join(" ", words.first()));
  }

  private static String quality(Map<String, Quality> quality) {
    TextTable table = new TextTable();
    table.add("split", List.of("reviews", "accuracy", "log loss", "AUC", "F1", "ECE", "data"));
    quality.forEach(
        (split, q) ->
            table.add(
                split,
                List.of(
                    String.format(Locale.ROOT, "%,d", q.examples()),
                    number(q.accuracy()),
                    number(q.logLoss()),
                    number(q.auc()),
                    number(q.f1()),
                    number(q.calibrationError()),
                    q.data())));
    return table
        + quality.entrySet().stream()
            .flatMap(each -> each.getValue().ordered().map(scale(each.getKey())).stream())
            .collect(Collectors.joining());
  }

  private static Function<OrderedQuality, String> scale(String split) {
    return measured ->
        "%n%s: MAE %s by the most probable label, %s by the expected position; quadratic weighted kappa %s"
            .formatted(
                split,
                number(measured.meanAbsoluteError()),
                number(measured.meanAbsoluteErrorExpected()),
                measured.quadraticWeightedKappa().map(InspectionText::number).orElse("undefined"));
  }

  private static String training(Map<String, String> training) {
    TextTable table = new TextTable();
    training.forEach((name, value) -> row(table, name, value));
    return table.toString();
  }

  private static String histograms(Inspection bundle) {
    TextTable table = new TextTable();
    row(table, "score", histogram(bundle.records().histograms().score()));
    row(table, "tokens", histogram(bundle.records().histograms().length()));
    row(table, "unknown share", histogram(bundle.records().histograms().outOfVocabularyShare()));
    return table.toString();
  }

  private static String histogram(Histogram histogram) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < histogram.upperBounds().size(); i++) {
      line.append(
          "<=%s: %d, ".formatted(histogram.upperBounds().get(i), histogram.counts().get(i)));
    }
    return line + "above: " + histogram.counts().get(histogram.upperBounds().size());
  }

  private static String outputs(GoldenScore score) {
    return score.outputs().stream()
        .map(output -> String.format(Locale.ROOT, "%.6f", output))
        .collect(Collectors.joining(" "));
  }

  private static String golden(List<GoldenScore> golden) {
    return golden.stream()
        .map(score -> outputs(score) + "  " + shortened(score.text()))
        .collect(Collectors.joining("\n"));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= MAX_TEXT_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_TEXT_LENGTH)) + "…";
  }

  private static String checksums(Inspection bundle) {
    TextTable table = new TextTable();
    bundle.file().checksums().forEach((entry, sha256) -> row(table, entry, sha256));
    row(table, "bundle.zip", bundle.file().sha256());
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void row(TextTable table, String name, String value) {
    table.add(name, List.of(value));
  }
}
