package io.sentimentstreams.system.monitoring;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A painter of time series, stacked or not. */
final class Curves {

  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final List<Color> COLORS =
      List.of(
          new Color(0x3274D9),
          new Color(0x56A64B),
          new Color(0xE0B400),
          new Color(0xE02F44),
          new Color(0xA352CC),
          new Color(0xFF780A),
          new Color(0x37872D),
          new Color(0x8AB8FF));

  private static final int LEGEND = 16;

  private Curves() {}

  /** A curve and its name in the legend. */
  record Curve(String name, List<Series.Point> points) {

    boolean hasNumber() {
      return points.stream().anyMatch(point -> Double.isFinite(point.value()));
    }
  }

  /** The contents of a panel: curves in a unit, stacked or not, between two times in seconds. */
  record Drawing(List<Curve> curves, String unit, boolean stacked, double from, double to) {}

  static void draw(Graphics2D graphics, int width, int height, Drawing drawing) {
    int plot = height - LEGEND;
    XYChart chart = new XYChartBuilder().width(width).height(plot).build();
    chart
        .getStyler()
        .setLegendVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleVisible(false)
        .setChartPadding(2);
    XYStyler styler = chart.getStyler();
    styler.setMarkerSize(0);
    styler.setAxisTickLabelsFont(SMALL);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xE4E4E8));
    styler.setXAxisMin(drawing.from());
    styler.setXAxisMax(drawing.to());
    styler.setxAxisTickLabelsFormattingFunction(
        seconds -> TIME.format(Instant.ofEpochSecond(seconds.longValue())));
    styler.setyAxisTickLabelsFormattingFunction(value -> Units.format(value, drawing.unit()));
    styler.setYAxisMin(0.0);
    if (highest(drawing) == 0) {
      styler.setYAxisMax(1.0);
    }
    List<Curve> curves = drawing.stacked() ? stacked(drawing.curves()) : drawing.curves();
    for (int i = 0; i < curves.size(); i++) {
      // The highest curve of a stack is drawn first, behind the others.
      int place = drawing.stacked() ? curves.size() - 1 - i : i;
      add(chart, curves.get(place), COLORS.get(place % COLORS.size()), drawing.stacked());
    }
    chart.paint(graphics, width, plot);
    legend(graphics, width, plot, drawing.curves());
  }

  private static void legend(Graphics2D graphics, int width, int top, List<Curve> curves) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, top, width, LEGEND);
    graphics.setFont(SMALL);
    int at = 6;
    for (int i = 0; i < curves.size(); i++) {
      graphics.setColor(COLORS.get(i % COLORS.size()));
      graphics.fillRect(at, top + LEGEND / 2, 10, 3);
      graphics.setColor(Color.DARK_GRAY);
      graphics.drawString(curves.get(i).name(), at + 13, top + LEGEND / 2 + 5);
      at += 13 + graphics.getFontMetrics().stringWidth(curves.get(i).name()) + 12;
    }
  }

  private static void add(XYChart chart, Curve curve, Color color, boolean filled) {
    List<Series.Point> points =
        curve.points().stream().filter(point -> Double.isFinite(point.value())).toList();
    String name = curve.name();
    while (chart.getSeriesMap().containsKey(name)) {
      name += " ";
    }
    XYSeries series =
        chart.addSeries(
            name,
            points.stream().mapToDouble(Series.Point::seconds).toArray(),
            points.stream().mapToDouble(Series.Point::value).toArray());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(1.3f));
    if (filled) {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
      series.setFillColor(pale(color));
    }
  }

  /** Returns the color mixed with white in equal parts. */
  private static Color pale(Color color) {
    return new Color(
        (color.getRed() + 255) / 2, (color.getGreen() + 255) / 2, (color.getBlue() + 255) / 2);
  }

  /** Returns the running sums of the curves at all times of any curve. */
  private static List<Curve> stacked(List<Curve> curves) {
    TreeMap<Double, Double> ground = new TreeMap<>();
    curves.forEach(curve -> curve.points().forEach(point -> ground.put(point.seconds(), 0.0)));
    List<Curve> stacked = new ArrayList<>();
    for (Curve curve : curves) {
      curve.points().stream()
          .filter(point -> Double.isFinite(point.value()))
          .forEach(point -> ground.merge(point.seconds(), point.value(), Double::sum));
      List<Series.Point> points = new ArrayList<>();
      ground.forEach((seconds, value) -> points.add(new Series.Point(seconds, value)));
      stacked.add(new Curve(curve.name(), points));
    }
    return stacked;
  }

  private static double highest(Drawing drawing) {
    return drawing.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(Series.Point::value)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
