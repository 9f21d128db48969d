package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.summary;

import io.sentimentstreams.trainer.evaluate.ConfusionCounts;
import io.sentimentstreams.trainer.evaluate.LabelMeasures;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;

/**
 * The confusion matrix as a picture, the most frequent errors and the metrics of each label.
 *
 * @param counts confusion matrix
 */
record ConfusionSection(ConfusionCounts counts) {

  private static final int MAX_LABELS = 100;
  private static final int MAX_ERRORS = 20;
  private static final int MAX_ROWS = 25;
  private static final int WORST = 10;

  DomContent html() {
    int labels = counts.labels().size();
    return section(
        h2("Confusion matrix"),
        p(
            "Each row has the reviews of a true label. Colours show shares of a row, in a square-root scale."
                + (labels > MAX_LABELS
                    ? " The picture has the %d of %d labels with the most reviews."
                        .formatted(MAX_LABELS, labels)
                    : "")),
        div(ConfusionPicture.of(counts.limitedTo(MAX_LABELS))).withClass("scroll"),
        div(
                div(h3("Most frequent errors"), errors().html()).withClass("figures"),
                div(h3("Labels"), labels()).withClass("figures"))
            .withClass("pair"));
  }

  private HtmlTable errors() {
    return new HtmlTable(
        "Errors in descending order, with their share of the reviews of the true label",
        List.of("true label", "predicted label", "reviews", "share"),
        counts.largest(MAX_ERRORS).stream()
            .map(
                error ->
                    List.of(
                        counts.labels().get(error.actual()),
                        counts.labels().get(error.predicted()),
                        HtmlTable.count(error.count()),
                        HtmlTable.percent(error.share())))
            .toList());
  }

  private DomContent labels() {
    List<LabelMeasures> all = counts.measures();
    if (all.size() <= MAX_ROWS) {
      return table("Metrics of each label against the others", all).html();
    }
    List<LabelMeasures> worst =
        all.stream()
            .filter(label -> label.examples() > 0)
            .sorted(Comparator.comparingDouble(LabelMeasures::f1))
            .limit(WORST)
            .toList();
    return div(
        table("The labels with the lowest F1", worst).html(),
        details(
            summary("All %d labels".formatted(all.size())),
            table("Metrics of each label against the others", all).html()));
  }

  private static HtmlTable table(String title, List<LabelMeasures> labels) {
    return new HtmlTable(
        title,
        List.of("label", "reviews", "precision", "recall", "F1"),
        labels.stream()
            .map(
                label ->
                    List.of(
                        label.label(),
                        HtmlTable.count(label.examples()),
                        HtmlTable.number(label.precision()),
                        HtmlTable.number(label.recall()),
                        HtmlTable.number(label.f1())))
            .toList());
  }
}
