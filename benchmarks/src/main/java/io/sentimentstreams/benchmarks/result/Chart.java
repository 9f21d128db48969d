package io.sentimentstreams.benchmarks.result;

import io.sentimentstreams.model.file.AtomicFile;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Bar chart with groups. Use series for names that do not fit below a bar; the legend lists them.
 *
 * @param title title
 * @param unit unit of the bars
 * @param categories names of the groups
 * @param series values by name, one per group; 0 if not measured
 */
public record Chart(
    String title, String unit, List<String> categories, Map<String, List<Double>> series) {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 480;
  private static final int FONT_SIZE = 13;
  private static final int LABEL_ANGLE = 30;
  private static final int FEW = 6;
  private static final int ROOM_IN_LEGEND = 30;

  public Chart {
    categories = List.copyOf(categories);
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    for (Map.Entry<String, List<Double>> each : series.entrySet()) {
      if (each.getValue().size() != categories.size()) {
        throw new IllegalArgumentException(
            "series %s must have %d values, was %s"
                .formatted(each.getKey(), categories.size(), each.getValue()));
      }
    }
  }

  /**
   * Draws the chart.
   *
   * @param png target file; missing folders are created
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path png) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT + ROOM_IN_LEGEND * Math.max(0, series.size() - FEW / 2))
            .title(title)
            .yAxisTitle(unit)
            .theme(ChartTheme.XChart)
            .build();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE);
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideS)
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleBoxVisible(false)
        .setLegendBorderColor(Color.WHITE)
        .setLegendFont(font)
        .setChartTitleFont(font.deriveFont(Font.BOLD));
    chart
        .getStyler()
        .setLabelsVisible(categories.size() * series.size() <= 4 * FEW)
        .setXAxisLabelRotation(categories.size() > FEW ? LABEL_ANGLE : 0)
        .setAxisTickLabelsFont(font)
        .setPlotBorderVisible(false);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    series.forEach((name, values) -> chart.addSeries(name, categories, values));
    try {
      Files.createDirectories(png.toAbsolutePath().getParent());
      AtomicFile.write(png, BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the chart " + png + ".", e);
    }
  }
}
