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

import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.evaluate.ConfusionMatrix;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as one self-contained HTML page. Its content security policy forbids external resources
 * and scripts, which protects against untrusted review texts.
 */
final class ReportPage {

  static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Report report;
  private final Manifest manifest;
  private final ScoredTexts scored;
  private final List<Prediction> predictions;
  private final Measures measures;
  private final ReportTables charts = new ReportTables();

  ReportPage(Report report) {
    this.report = report;
    manifest = report.loaded().bundle().manifest();
    scored = report.scored().scored();
    predictions = scored.predictions();
    measures = Measures.of(predictions, manifest.threshold());
  }

  /** Renders the page. */
  String render() {
    String name = "%s, version %s".formatted(manifest.name(), manifest.version());
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    title("Evaluation report: " + name),
                    style(rawHtml(ReportStyle.CSS))),
                body(
                    main(
                        h1("Evaluation report: " + name),
                        p(
                            "Evaluated on %s: %s reviews."
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
            "ms per review, one thread",
            String.format(Locale.ROOT, "%.2f", scored.millisecondsPerText())));
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
        h2("Training curves"),
        div(charts.loss(epochs, report.best()), charts.accuracy(epochs, report.best()))
            .withClass("pair"));
  }

  private DomContent decisions() {
    return section(
        h2("Decisions"), confusion(), each(manifest.abstain().band().stream().map(this::band)));
  }

  private DomContent confusion() {
    ConfusionMatrix counts = measures.confusion();
    String negative = manifest.labels().get(0);
    String positive = manifest.labels().get(1);
    return table(
            caption("Confusion matrix: counts and shares per true label"),
            thead(
                tr(
                    th("").attr("scope", "col"),
                    th("predicted " + negative).attr("scope", "col"),
                    th("predicted " + positive).attr("scope", "col"))),
            tbody(
                row("true " + negative, counts.trueNegatives(), counts.falsePositives(), 0),
                row("true " + positive, counts.falseNegatives(), counts.truePositives(), 1)))
        .withClass("confusion");
  }

  private static DomContent row(
      String name, int predictedNegative, int predictedPositive, int correct) {
    double all = Math.max(1, predictedNegative + predictedPositive);
    List<Integer> predicted = List.of(predictedNegative, predictedPositive);
    return tr(
        th(name).attr("scope", "row"),
        each(
            predicted,
            (i, count) ->
                td(strong(HtmlTable.count(count)), span(HtmlTable.percent(count / all)))
                    .withClass(i == correct ? "correct" : "incorrect")));
  }

  private DomContent band(AbstainBand band) {
    SelectiveMetrics decided = SelectiveMetrics.of(predictions, band, manifest.threshold());
    return p(
        "Abstain band: scores from %s to below %s. Outside of the band, coverage is %s and accuracy is %s."
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
                    ? p("The data has only one label, so the ROC curve is undefined.")
                    : charts.roc(predictions, auc),
                charts.reliability(predictions, measures))
            .withClass("pair"));
  }

  private DomContent histograms() {
    return section(
        h2("Scores and lengths"),
        div(
                charts.scores(scored, manifest.labels()),
                charts.lengths(scored, manifest.labels()))
            .withClass("pair"));
  }

  private DomContent mistakes() {
    List<Mistakes.Mistake> mistakes = Mistakes.mostConfident(scored, manifest.threshold());
    return section(
        h2("Misclassified reviews"),
        p(
            mistakes.isEmpty()
                ? "All reviews are classified correctly."
                : "Wrong decisions with the highest confidence. Some of the labels may be incorrect."),
        div(each(mistakes, this::mistake)).withClass("mistakes"));
  }

  private DomContent mistake(Mistakes.Mistake mistake) {
    return article(
        p(
            strong("true label: " + manifest.labels().get(mistake.positive() ? 1 : 0)),
            span("score " + HtmlTable.number(mistake.score())),
            span(
                HtmlTable.count(mistake.tokens())
                    + (mistake.known() == 0 ? " tokens, no known words" : " tokens")),
            code(mistake.id())),
        blockquote(mistake.text()));
  }

  private DomContent training() {
    return section(
        h2("Training"),
        iff(
            !report.epochs().isEmpty(),
            p("%d epochs, total time %s.".formatted(report.epochs().size(), time()))),
        HtmlTable.of("Settings", report.settings()).html());
  }

  private String time() {
    long seconds = report.epochs().stream().mapToLong(EpochFigures::seconds).sum();
    return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
  }

  private DomContent provenance() {
    return section(
        h2("Provenance"),
        HtmlTable.of("Origin of the model and the report", report.provenance()).html());
  }
}
