package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A painter of panels without curves: numbers, bars, tables, heat maps. */
final class PanelPainter {

  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Color INK = new Color(0x24292E);
  private static final Map<String, Color> COLORS =
      Map.of(
          "green", new Color(0x37872D),
          "orange", new Color(0xE0752D),
          "red", new Color(0xC4162A),
          "blue", new Color(0x1F60C4));
  private static final int LINE = 18;
  private static final int MARGIN = 60;

  private final Graphics2D graphics;
  private final int width;
  private final int height;
  private final Panel panel;

  PanelPainter(Graphics2D graphics, int width, int height, Panel panel) {
    this.graphics = graphics;
    this.width = width;
    this.height = height;
    this.panel = panel;
  }

  /** Draws the last value in the color of its threshold, and a small curve below it. */
  void number(List<Series> answer) {
    List<Series.Point> points =
        answer.stream()
            .filter(Series::hasNumber)
            .findFirst()
            .map(Series::points)
            .orElse(List.of())
            .stream()
            .filter(point -> Double.isFinite(point.value()))
            .toList();
    if (points.isEmpty()) {
      write("no data", 2, height / 2);
      return;
    }
    double last = points.get(points.size() - 1).value();
    Color color = color(last);
    double highest = points.stream().mapToDouble(Series.Point::value).max().orElse(1);
    Polygon area = new Polygon();
    area.addPoint(0, height);
    for (int i = 0; i < points.size(); i++) {
      double share = highest > 0 ? points.get(i).value() / highest : 0;
      area.addPoint(
          i * width / Math.max(1, points.size() - 1), (int) (height - share * height / 3));
    }
    area.addPoint(width, height);
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 50));
    graphics.fill(area);
    graphics.setColor(color);
    graphics.setFont(PLAIN.deriveFont(Font.BOLD, 26f));
    String text = Units.format(last, panel.unit());
    graphics.drawString(
        text, (width - graphics.getFontMetrics().stringWidth(text)) / 2, height / 2 + 4);
  }

  /** Draws a table with a line for each series. */
  void table(List<Series> answer) {
    Set<String> columns = new LinkedHashSet<>();
    String hidden =
        panel.json().at("/fieldConfig/overrides/0/matcher/options").asText("Time|Value");
    answer.forEach(series -> columns.addAll(series.labels().keySet()));
    columns.removeIf(column -> column.matches(hidden));
    int at = 4;
    for (String column : columns) {
      int widest = 0;
      graphics.setFont(PLAIN.deriveFont(Font.BOLD));
      write(column, at, LINE);
      for (int row = 0; row < answer.size(); row++) {
        graphics.setFont(PLAIN);
        String value = answer.get(row).labels().getOrDefault(column, "");
        String shown = value.length() > 22 ? value.substring(0, 20) + "…" : value;
        write(shown, at, (row + 2) * LINE);
        widest = Math.max(widest, graphics.getFontMetrics().stringWidth(shown));
      }
      at += Math.max(widest, 50) + 20;
    }
  }

  /** Draws a bar for each series. */
  void bars(List<Series> answer, Panel.Query query) {
    Map<String, Double> values = new LinkedHashMap<>();
    answer.forEach(series -> values.put(query.name(series), series.points().get(0).value()));
    bars(values);
  }

  /** Draws a bar for each bucket. */
  void buckets(List<HeatmapBucket> buckets) {
    Map<String, Double> values = new LinkedHashMap<>();
    buckets.stream()
        .filter(bucket -> Double.isFinite(bucket.bound()))
        .forEach(bucket -> values.put(Double.toString(bucket.bound()), bucket.highest()));
    bars(values);
  }

  private void bars(Map<String, Double> values) {
    graphics.setFont(PLAIN);
    int names =
        values.keySet().stream()
            .mapToInt(name -> graphics.getFontMetrics().stringWidth(name))
            .max()
            .orElse(0);
    double highest = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    int room = height / Math.max(1, values.size());
    int row = 0;
    for (Map.Entry<String, Double> value : values.entrySet()) {
      int y = row++ * room;
      write(value.getKey(), 4, y + room / 2 + 4);
      int longest = width - names - MARGIN - 12;
      graphics.setColor(new Color(0xECEDEE));
      graphics.fillRect(names + 12, y + 2, longest, room - 4);
      graphics.setColor(color(value.getValue()));
      graphics.fillRect(
          names + 12,
          y + 2,
          highest > 0 ? (int) (longest * value.getValue() / highest) : 0,
          room - 4);
      write(
          Units.format(Math.rint(value.getValue()), panel.unit()),
          width - MARGIN + 6,
          y + room / 2 + 4);
    }
  }

  /** Draws a heat map: a column for each time, a row for each bucket that is not empty. */
  void heat(List<HeatmapBucket> buckets, Instant from, Instant to, Duration step) {
    double highest = buckets.stream().mapToDouble(HeatmapBucket::highest).max().orElse(0);
    List<HeatmapBucket> shown = new ArrayList<>(buckets);
    while (shown.size() > 1 && shown.get(shown.size() - 1).highest() == 0) {
      shown.remove(shown.size() - 1);
    }
    int bottom = height - LINE;
    double room = (double) bottom / Math.max(1, shown.size());
    double columns = (double) Duration.between(from, to).toSeconds() / step.toSeconds() + 1;
    double cell = (width - MARGIN) / columns;
    graphics.setFont(PLAIN.deriveFont(10f));
    for (int row = 0; row < shown.size(); row++) {
      HeatmapBucket bucket = shown.get(row);
      int y = (int) (bottom - (row + 1) * room);
      for (Map.Entry<Double, Double> count : bucket.counts().entrySet()) {
        double column = (count.getKey() - from.getEpochSecond()) / step.toSeconds();
        graphics.setColor(blue(highest > 0 ? count.getValue() / highest : 0));
        graphics.fillRect(
            (int) (MARGIN + column * cell),
            y,
            (int) Math.max(1, cell),
            (int) Math.max(1, room - 1));
      }
      String bound =
          Double.isFinite(bucket.bound()) ? Units.format(bucket.bound(), panel.unit()) : "more";
      write(bound, 4, Math.max(10, (int) (y + room / 2 + 4)));
    }
    write(TIME.format(from), MARGIN, height - 4);
    write(TIME.format(to), width - MARGIN, height - 4);
  }

  private static Color blue(double share) {
    if (!(share > 0)) {
      return Color.WHITE;
    }
    double depth = Math.sqrt(share);
    return new Color(
        (int) (222 - 214 * depth), (int) (235 - 187 * depth), (int) (247 - 140 * depth));
  }

  private void write(String text, int x, int y) {
    graphics.setColor(INK);
    graphics.drawString(text, x, y);
  }

  private Color color(double value) {
    Color color = INK;
    for (JsonNode step : panel.json().at("/fieldConfig/defaults/thresholds/steps")) {
      if (step.path("value").isNull() || value >= step.path("value").asDouble()) {
        color = COLORS.getOrDefault(step.path("color").asText(), INK);
      }
    }
    return color;
  }
}
