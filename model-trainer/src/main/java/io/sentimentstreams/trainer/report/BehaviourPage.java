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
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import io.sentimentstreams.trainer.behave.BehaviourReport;
import io.sentimentstreams.trainer.behave.BehaviourResult;
import io.sentimentstreams.trainer.behave.CaseResult;
import io.sentimentstreams.trainer.behave.PassRate;
import io.sentimentstreams.trainer.behave.suite.Capability;
import io.sentimentstreams.trainer.gate.Gate;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A behaviour report as one self-contained HTML page, without scripts and external resources. */
final class BehaviourPage {

  private final BehaviourReport report;
  private final BehaviourResult result;

  BehaviourPage(BehaviourReport report) {
    this.report = report;
    result = report.result();
  }

  /** Renders the page. */
  String render() {
    String name = "%s, version %s".formatted(report.bundle().name(), report.bundle().version());
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(ReportPage.POLICY),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    title("Behaviour report: " + name),
                    style(rawHtml(ReportStyle.CSS))),
                body(
                    main(
                        h1("Behaviour report: " + name),
                        p(
                            "%s suite with %s cases."
                                .formatted(
                                    report.suite().language().english(),
                                    HtmlTable.count(result.cases().size()))),
                        tiles(),
                        capabilities(),
                        each(report.gate().stream().map(BehaviourPage::gate)),
                        failures(
                            "Known failures",
                            "Regression texts with another answer than expected.",
                            result.knownFailures()),
                        failures(
                            "Most confident failures",
                            "Only the worst case of each template.",
                            result.worst(BehaviourReport.WORST)),
                        provenance())))
            .withLang("en"));
  }

  private DomContent tiles() {
    PassRate total = result.total();
    List<DomContent> tiles = new ArrayList<>();
    tiles.add(tile("passed", HtmlTable.percent(total.passRate())));
    tiles.add(tile("95 % interval", interval(total)));
    tiles.add(tile("no label where one is expected", HtmlTable.count(total.abstained())));
    tiles.add(tile("known failures", HtmlTable.count(result.knownFailures().size())));
    report
        .peers()
        .forEach(peer -> tiles.add(tile(peer.model(), HtmlTable.percent(peer.total().passRate()))));
    return div(each(tiles, tile -> tile)).withClass("tiles");
  }

  private static DomContent tile(String name, String value) {
    return div(strong(value), span(name)).withClass("tile");
  }

  private static String interval(PassRate rate) {
    return String.format(
        Locale.ROOT, "%.1f to %.1f %%", 100 * rate.interval().low(), 100 * rate.interval().high());
  }

  private DomContent capabilities() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "capability", "meaning", "cases", "passed", "95 % interval", "no label", "same"));
    report.peers().forEach(peer -> header.add(peer.model()));
    List<List<String>> rows = new ArrayList<>();
    result.byCapability().forEach((capability, rate) -> rows.add(row(capability, rate)));
    return section(
        h2("Capabilities"), new HtmlTable("Pass rate by capability", header, rows).html());
  }

  private List<String> row(Capability capability, PassRate rate) {
    List<String> row =
        new ArrayList<>(
            List.of(
                capability.toString(),
                capability.description(),
                HtmlTable.count(rate.cases()),
                HtmlTable.percent(rate.passRate()),
                interval(rate),
                HtmlTable.count(rate.abstained()),
                rate.pairs() == 0 ? "-" : "%d of %d".formatted(rate.samePairs(), rate.pairs())));
    for (BehaviourResult peer : report.peers()) {
      row.add(
          Optional.ofNullable(peer.byCapability().get(capability))
              .map(other -> HtmlTable.percent(other.passRate()))
              .orElse("-"));
    }
    return row;
  }

  private static DomContent gate(Gate gate) {
    List<List<String>> rows =
        gate.groups().stream()
            .map(
                row ->
                    List.of(
                        row.outcomes().group(),
                        HtmlTable.count(row.outcomes().cases()),
                        HtmlTable.count(row.outcomes().previous()),
                        HtmlTable.count(row.outcomes().current()),
                        HtmlTable.number(row.adjustedPValue()),
                        row.fallsBack() ? "worse" : "ok"))
            .toList();
    return section(
        h2("Comparison with the previous bundle"),
        new HtmlTable(
                gate.passed() ? "No capability is worse" : "Some capabilities are worse",
                List.of("capability", "cases", "previous", "new", "p (Holm)", "verdict"),
                rows)
            .html());
  }

  private static DomContent failures(String title, String meaning, List<CaseResult> failures) {
    return section(
        h2(title),
        p(failures.isEmpty() ? "None." : meaning),
        div(each(failures, BehaviourPage::failure)).withClass("mistakes"));
  }

  private static DomContent failure(CaseResult failed) {
    return article(
        p(
            strong("expected: " + failed.tested().expectation()),
            span("answer: " + failed.answer().toText()),
            each(
                failed.partner().stream()
                    .map(partner -> span("answer to the partner: " + partner.toText()))),
            code(failed.tested().id())),
        each(failed.tested().partner().stream().map(text -> blockquote(text))),
        blockquote(failed.tested().text()));
  }

  private DomContent provenance() {
    return section(
        h2("Provenance"),
        new HtmlTable(
                "Identities",
                List.of("name", "value"),
                List.of(
                    List.of("bundle SHA-256", String.valueOf(report.bundle().sha256())),
                    List.of("suite SHA-256", report.suite().sha256())))
            .html());
  }
}
