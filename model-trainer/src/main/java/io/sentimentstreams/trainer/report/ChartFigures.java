package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;

import j2html.TagCreator;
import j2html.tags.DomContent;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Factory of figures: a chart with a description and a data table. Not thread-safe: one per page.
 */
final class ChartFigures {

  /** Maximum number of points of a curve. */
  static final int CHART_POINTS = 200;

  /** Maximum number of points of a curve in a table. */
  static final int TABLE_POINTS = 20;

  private final SvgRenderer renderer = new SvgRenderer();

  DomContent figure(String title, String description, Chart<?, ?> chart, HtmlTable data) {
    return TagCreator.figure(
        h3(title),
        rawHtml(renderer.svg(chart, title + ". " + description)),
        figcaption(description),
        details(summary("Data table"), data.html()));
  }
}
