package io.sentimentstreams.trainer.report;

import static j2html.TagCreator.text;

import io.sentimentstreams.trainer.evaluate.ConfusionCounts;
import j2html.TagCreator;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Locale;

/**
 * Heat map of a confusion matrix as inline SVG. Rows are true labels, and a colour shows the share
 * of a row: blue for correct decisions, orange for errors. Cells have their counts as tooltips, and
 * as text if there is room.
 */
final class ConfusionPicture {

  private static final int MAX_CHARACTERS = 26;
  private static final double CHARACTER_WIDTH = 0.62;
  private static final int MARGIN = 30;
  private static final int COUNT_CELL = 34;
  private static final int SHARE_CELL = 60;
  private static final double STRONG = 0.6;

  private final ConfusionCounts counts;
  private final int cell;
  private final int font;
  private final int left;
  private final int top;

  private ConfusionPicture(ConfusionCounts counts) {
    this.counts = counts;
    int labels = counts.labels().size();
    cell = labels <= 3 ? 110 : labels <= 8 ? 72 : labels <= 20 ? 40 : labels <= 40 ? 22 : 14;
    font = labels <= 20 ? 14 : labels <= 40 ? 13 : 11;
    int longest =
        counts.labels().stream().mapToInt(label -> shortened(label).length()).max().orElse(0);
    left = MARGIN + 8 + (int) (longest * font * CHARACTER_WIDTH);
    top = left;
  }

  /** Draws a matrix. */
  static DomContent of(ConfusionCounts counts) {
    return new ConfusionPicture(counts).draw();
  }

  private DomContent draw() {
    int size = counts.labels().size() * cell;
    ContainerTag<?> svg =
        element("svg")
            .attr("class", "heat")
            .attr("role", "img")
            .attr("aria-label", "Confusion matrix: true labels by predicted labels")
            .attr("viewBox", "0 0 %d %d".formatted(left + size + 4, top + size + 4))
            .attr("style", "max-width: %dpx".formatted(left + size + 4));
    svg.with(title("predicted label", left + size / 2.0, 14.0, false));
    svg.with(title("true label", 14.0, top + size / 2.0, true));
    for (int i = 0; i < counts.labels().size(); i++) {
      double middle = (i + 0.5) * cell;
      String label = shortened(counts.labels().get(i));
      svg.with(label(label, left - 6.0, top + middle, "end", false));
      svg.with(label(label, left + middle, top - 6.0, "start", true));
      for (int j = 0; j < counts.labels().size(); j++) {
        if (counts.counts().get(i).get(j) > 0) {
          svg.with(cell(i, j));
        }
      }
    }
    return svg.with(
        element("rect")
            .attr("class", "frame")
            .attr("x", left)
            .attr("y", top)
            .attr("width", size)
            .attr("height", size));
  }

  private DomContent cell(int actual, int predicted) {
    double share = counts.share(actual, predicted);
    // The square root makes rare errors visible.
    double strength = Math.sqrt(share);
    int x = left + predicted * cell;
    int y = top + actual * cell;
    int count = counts.counts().get(actual).get(predicted);
    ContainerTag<?> group =
        element("g")
            .with(
                element("title")
                    .with(
                        text(
                            "true %s, predicted %s: %s (%s)"
                                .formatted(
                                    counts.labels().get(actual),
                                    counts.labels().get(predicted),
                                    HtmlTable.count(count),
                                    HtmlTable.percent(share)))))
            .with(
                element("rect")
                    .attr("class", actual == predicted ? "right" : "wrong")
                    .attr("fill-opacity", String.format(Locale.ROOT, "%.3f", strength))
                    .attr("x", x)
                    .attr("y", y)
                    .attr("width", cell)
                    .attr("height", cell));
    if (cell >= COUNT_CELL) {
      String style = strength > STRONG ? "strong" : "weak";
      double offset = cell >= SHARE_CELL ? -0.15 : 0;
      group.with(number(HtmlTable.count(count), x, y + offset * cell, style, font));
      if (cell >= SHARE_CELL) {
        group.with(number(HtmlTable.percent(share), x, y + 0.17 * cell, style, font - 3));
      }
    }
    return group;
  }

  private DomContent number(String value, double x, double y, String style, int size) {
    return label(value, x + cell / 2.0, y + cell / 2.0, "middle", false)
        .attr("class", style)
        .attr("font-size", size);
  }

  private ContainerTag<?> title(String value, double x, double y, boolean rotated) {
    return label(value, x, y, "middle", rotated).attr("class", "axis").attr("font-size", 13);
  }

  private ContainerTag<?> label(String value, double x, double y, String anchor, boolean rotated) {
    ContainerTag<?> label =
        element("text")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("text-anchor", anchor)
            .attr("dominant-baseline", "central")
            .attr("font-size", font);
    if (rotated) {
      label.attr("transform", "rotate(-90 %s %s)".formatted(number(x), number(y)));
    }
    return label.with(text(value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static ContainerTag<?> element(String name) {
    return TagCreator.tag(name);
  }

  private static String shortened(String label) {
    return label.codePointCount(0, label.length()) <= MAX_CHARACTERS
        ? label
        : label.substring(0, label.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + "…";
  }
}
