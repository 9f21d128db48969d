package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.evaluate.RiskCoverage;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reviews that a model answers, and the risk-coverage curve.
 *
 * @param manifest manifest of the bundle
 * @param answers answers by the rules of the bundle
 * @param curve risk-coverage curve
 */
record AnswerSection(Manifest manifest, Answers answers, RiskCoverage curve) {

  private static final List<Double> COVERAGES =
      List.of(1.0, 0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1);

  DomContent html(ChartFigures figures) {
    return section(
        h2("Answers"),
        div(
                figures.figure(
                    "Risk and coverage, area " + HtmlTable.number(curve.area()),
                    "Share of wrong answers by the share of answered reviews, if those with the highest confidence are answered first. The circle marks the rules of the bundle.",
                    Charts.riskCoverage(curve.thinned(ChartFigures.CHART_POINTS), mark()),
                    points()),
                div(h3("Answers by the rules of the bundle"), counts().html(), p(rules())))
            .withClass("pair"));
  }

  private Optional<RiskCoverage.Point> mark() {
    return answers.answered() == 0
        ? Optional.empty()
        : Optional.of(new RiskCoverage.Point(answers.coverage(), 1 - answers.accuracyOfAnswered()));
  }

  private HtmlTable points() {
    return new HtmlTable(
        "Points of the curve",
        List.of("coverage", "wrong", "correct"),
        COVERAGES.stream()
            .map(curve::at)
            .map(
                point ->
                    List.of(
                        HtmlTable.percent(point.coverage()),
                        HtmlTable.percent(point.risk()),
                        HtmlTable.percent(point.accuracy())))
            .distinct()
            .toList());
  }

  private HtmlTable counts() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "answered",
            HtmlTable.count(answers.answered()),
            HtmlTable.percent(answers.coverage())));
    rows.add(
        List.of(
            "correct of the answered",
            HtmlTable.count(answers.correct()),
            HtmlTable.percent(answers.accuracyOfAnswered())));
    int all =
        answers.answered()
            + answers.abstained().values().stream().mapToInt(Integer::intValue).sum();
    answers
        .abstained()
        .forEach(
            (reason, count) ->
                rows.add(
                    List.of(
                        "no answer: " + reason,
                        HtmlTable.count(count),
                        HtmlTable.percent((double) count / all))));
    return new HtmlTable("Reviews with and without a label", List.of("", "reviews", "share"), rows);
  }

  private String rules() {
    AbstainRules rules = manifest.abstain();
    List<String> sentences = new ArrayList<>();
    rules
        .band()
        .ifPresent(
            band ->
                sentences.add(
                    "Scores from %s to below %s get no label.".formatted(band.low(), band.high())));
    rules
        .confidence()
        .ifPresent(
            threshold ->
                sentences.add(
                    "A label needs a probability of at least %s."
                        .formatted(threshold.probability())));
    rules
        .unknownShare()
        .ifPresent(
            share ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "Reviews with more than %s unknown tokens get no label.",
                        HtmlTable.percent(share))));
    sentences.add("Reviews without a known token never get a label.");
    return String.join(" ", sentences);
  }
}
