package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.article;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.evaluate.ConfusionMatrix;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as one HTML page. Styles and drawings are inside; a policy forbids it to load anything
 * or to run a script, whatever the reviews that it quotes hold.
 */
final class ReportPage {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Report report;
  private final Manifest manifest;
  private final List<Prediction> predictions;
  private final Measures measures;
  private final ReportTables figures = new ReportTables();

  ReportPage(Report report) {
    this.report = report;
    manifest = report.loaded().bundle().manifest();
    predictions = report.scored().predictions();
    measures = Measures.of(predictions, manifest.threshold());
  }

  /** The whole page. */
  String render() {
    String name = "%s, version %s".formatted(manifest.name(), manifest.version());
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    title("Report of " + name),
                    style(rawHtml(ReportStyle.CSS))),
                body(
                    main(
                        h1("Report of " + name),
                        p(
                            "Measured on %s: %s reviews."
                                .formatted(report.data(), HtmlTable.count(measures.examples()))),
                        tiles(),
                        curves(),
                        decisions(),
                        ranking(),
                        histograms(),
                        mistakes(),
                        training(),
                        provenance())))
            .withLang("en"));
  }

  private DomContent tiles() {
    List<DomContent> tiles = new ArrayList<>();
    tiles.add(tile("accuracy", HtmlTable.number(measures.accuracy())));
    tiles.add(tile("log loss", HtmlTable.number(measures.logLoss())));
    Double auc = measures.auc();
    if (auc != null) {
      tiles.add(tile("AUC", HtmlTable.number(auc)));
    }
    tiles.add(tile("F1", HtmlTable.number(measures.f1())));
    tiles.add(tile("calibration error", HtmlTable.number(measures.calibrationError())));
    tiles.add(
        tile(
            "ms a review, one thread",
            String.format(Locale.ROOT, "%.2f", report.scored().millisecondsPerText())));
    return div(each(tiles, tile -> tile)).withClass("tiles");
  }

  private static DomContent tile(String name, String value) {
    return div(strong(value), span(name)).withClass("tile");
  }

  private DomContent curves() {
    List<EpochFigures> epochs = report.epochs();
    if (epochs.isEmpty()) {
      return text("");
    }
    return section(
        h2("Training and validation"),
        div(figures.loss(epochs, report.best()), figures.accuracy(epochs, report.best()))
            .withClass("pair"));
  }

  private DomContent decisions() {
    return section(
        h2("Decisions"), confusion(), each(manifest.uncertainBand().stream().map(this::band)));
  }

  private DomContent confusion() {
    ConfusionMatrix counts = measures.confusion();
    String negative = manifest.labels().get(0);
    String positive = manifest.labels().get(1);
    return table(
            caption("Confusion matrix: counts, and shares of the reviews of each label"),
            thead(
                tr(
                    th("").attr("scope", "col"),
                    th("said " + negative).attr("scope", "col"),
                    th("said " + positive).attr("scope", "col"))),
            tbody(
                truth("is " + negative, counts.trueNegatives(), counts.falsePositives(), 0),
                truth("is " + positive, counts.falseNegatives(), counts.truePositives(), 1)))
        .withClass("confusion");
  }

  private static DomContent truth(String name, int saidNegative, int saidPositive, int right) {
    double all = Math.max(1, saidNegative + saidPositive);
    List<Integer> said = List.of(saidNegative, saidPositive);
    return tr(
        th(name).attr("scope", "row"),
        each(
            said,
            (i, count) ->
                td(strong(HtmlTable.count(count)), span(HtmlTable.percent(count / all)))
                    .withClass(i == right ? "right" : "wrong")));
  }

  private DomContent band(AbstainBand band) {
    SelectiveMetrics decided = SelectiveMetrics.of(predictions, band, manifest.threshold());
    return p(
        "Scores from %s to below %s are uncertain. Outside that band %s of these reviews are decided, %s of them rightly."
            .formatted(
                band.low(),
                band.high(),
                HtmlTable.percent(decided.coverage()),
                HtmlTable.percent(decided.precision())));
  }

  private DomContent ranking() {
    Double auc = measures.auc();
    return section(
        h2("Ranking and calibration"),
        div(
                auc == null
                    ? p("There is one label only, so there is no curve of both.")
                    : figures.roc(predictions, auc),
                figures.reliability(predictions, measures))
            .withClass("pair"));
  }

  private DomContent histograms() {
    return section(
        h2("Scores and lengths"),
        div(
                figures.scores(report.scored(), manifest.labels()),
                figures.lengths(report.scored(), manifest.labels()))
            .withClass("pair"));
  }

  private DomContent mistakes() {
    List<Mistakes.Mistake> worst = Mistakes.worst(report.scored(), manifest.threshold());
    return section(
        h2("The worst mistakes"),
        p(
            worst.isEmpty()
                ? "There is no mistake."
                : "The wrong decisions whose score is farthest from the truth. Some labels are"
                    + " wrong rather than the model."),
        div(each(worst, this::mistake)).withClass("mistakes"));
  }

  private DomContent mistake(Mistakes.Mistake mistake) {
    return article(
        p(
            strong("is " + manifest.labels().get(mistake.positive() ? 1 : 0)),
            span("score " + HtmlTable.number(mistake.score())),
            span(HtmlTable.count(mistake.tokens()) + " tokens"),
            code(mistake.id())),
        blockquote(mistake.text()));
  }

  private DomContent training() {
    return section(
        h2("Training"),
        iff(
            !report.epochs().isEmpty(),
            p(
                "%d epochs took %s in all; each one's time stands in the table below its curve."
                    .formatted(report.epochs().size(), time()))),
        HtmlTable.of("Settings", report.settings()).html());
  }

  private String time() {
    long seconds = report.epochs().stream().mapToLong(EpochFigures::seconds).sum();
    return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
  }

  private DomContent provenance() {
    return section(
        h2("Where it came from"), HtmlTable.of("Provenance", report.provenance()).html());
  }
}
