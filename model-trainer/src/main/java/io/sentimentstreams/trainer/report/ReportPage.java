package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.article;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.body;
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
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.ConfusionCounts;
import io.sentimentstreams.trainer.evaluate.Figures;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.OrderedMeasures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.RiskCoverage;
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
  private final ClassifiedTexts texts;
  private final Figures measures;
  private final Answers answers;
  private final ChartFigures figures = new ChartFigures();
  private final ReportTables tables = new ReportTables(figures);
  private final RankingFigures ranking = new RankingFigures(figures);

  ReportPage(Report report) {
    this.report = report;
    manifest = report.loaded().bundle().manifest();
    texts = report.texts();
    measures = Figures.of(manifest, texts);
    answers = Answers.of(manifest, texts);
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
                                .formatted(report.data(), HtmlTable.count(texts.texts().size()))),
                        tiles(),
                        curves(),
                        new ConfusionSection(ConfusionCounts.of(manifest, texts)).html(),
                        scale(),
                        new AnswerSection(manifest, answers, RiskCoverage.of(manifest, texts))
                            .html(figures),
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
    if (measures instanceof Measures binary) {
      tiles.add(tile("F1", HtmlTable.number(binary.f1())));
    } else if (measures instanceof ClassMeasures classes) {
      tiles.add(tile("macro F1", HtmlTable.number(classes.macroF1())));
      OrderedMeasures ordered = classes.ordered();
      if (ordered != null) {
        tiles.add(tile("MAE, steps", HtmlTable.number(ordered.meanAbsoluteError())));
      }
    }
    tiles.add(tile("calibration error", HtmlTable.number(measures.calibrationError())));
    tiles.add(tile("answered", HtmlTable.percent(answers.coverage())));
    tiles.add(tile("accuracy of answered", HtmlTable.number(answers.accuracyOfAnswered())));
    tiles.add(
        tile(
            "ms per review, one thread",
            String.format(Locale.ROOT, "%.2f", texts.millisecondsPerText())));
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
        div(tables.loss(epochs, report.best()), tables.accuracy(epochs, report.best()))
            .withClass("pair"));
  }

  private DomContent scale() {
    return measures instanceof ClassMeasures classes && classes.ordered() != null
        ? new ScaleSection(manifest.labels(), classes.ordered()).html()
        : text("");
  }

  private DomContent ranking() {
    List<DomContent> figures =
        isBinary()
            ? binaryRanking(texts.scored().predictions())
            : List.of(
                ranking.rocs(texts.predictions(), manifest.labels()),
                ranking.topReliability(texts.predictions()));
    return section(
        h2("Ranking and calibration"), div(each(figures, figure -> figure)).withClass("pair"));
  }

  private List<DomContent> binaryRanking(List<Prediction> predictions) {
    return List.of(
        measures.auc() == null
            ? p("The data has only one label, so the ROC curve is undefined.")
            : ranking.roc(predictions),
        ranking.reliability(predictions));
  }

  private boolean isBinary() {
    return manifest.task() == Task.BINARY;
  }

  private DomContent histograms() {
    return section(
        h2("Scores and lengths"),
        div(tables.scores(manifest, texts), tables.lengths(manifest, texts)).withClass("pair"));
  }

  private DomContent mistakes() {
    List<Mistakes.Mistake> mistakes = Mistakes.mostConfident(manifest, texts);
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
            strong("true label: " + mistake.actual()),
            span("predicted: " + mistake.predicted()),
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
