package io.sentimentstreams.trainer.report;

import io.sentimentstreams.trainer.evaluate.Reliability;
import io.sentimentstreams.trainer.evaluate.RiskCoverage;
import io.sentimentstreams.trainer.evaluate.Roc;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Factory of the charts of a report. */
final class Charts {

  private static final List<ChartColor> CURVES =
      List.of(
          ChartColor.FIRST,
          ChartColor.SECOND,
          ChartColor.THIRD,
          ChartColor.FOURTH,
          ChartColor.FIFTH,
          ChartColor.SIXTH);

  private static final double HEADROOM = 1.1;
  private static final double MIN_RISK = 0.01;

  private Charts() {}

  /**
   * Returns a line chart of a training and a validation metric by epoch.
   *
   * @param epochs at least one
   * @param best epoch to mark
   */
  static XYChart epochs(
      String metric,
      List<EpochFigures> epochs,
      OptionalInt best,
      ToDoubleFunction<EpochFigures> training,
      ToDoubleFunction<EpochFigures> validation) {
    XYChart chart = xy("epoch", metric);
    chart.getStyler().setxAxisTickLabelsFormattingFunction(x -> Long.toString(Math.round(x)));
    double[] numbers = epochs.stream().mapToDouble(EpochFigures::number).toArray();
    XYSeries trainingSeries =
        chart.addSeries("training", numbers, epochs.stream().mapToDouble(training).toArray());
    ChartStyle.line(trainingSeries, ChartColor.FIRST, SeriesMarkers.SQUARE, ChartStyle.DASHED);
    XYSeries validationSeries =
        chart.addSeries("validation", numbers, epochs.stream().mapToDouble(validation).toArray());
    ChartStyle.line(validationSeries, ChartColor.SECOND, SeriesMarkers.CIRCLE, SeriesLines.SOLID);
    epochs.stream()
        .filter(epoch -> best.isPresent() && best.getAsInt() == epoch.number())
        .forEach(
            epoch -> mark(chart, "best epoch", epoch.number(), validation.applyAsDouble(epoch)));
    return chart;
  }

  /**
   * Returns ROC curves.
   *
   * @param curves at most six, by name, each with points
   */
  static XYChart roc(Map<String, Roc> curves) {
    XYChart chart = unitSquare("false positive rate", "true positive rate");
    if (curves.size() > 1) {
      chart.getStyler().setLegendLayout(LegendLayout.Vertical);
    }
    int drawn = 0;
    for (Map.Entry<String, Roc> entry : curves.entrySet()) {
      List<Roc.Point> points = entry.getValue().points();
      XYSeries curve =
          chart.addSeries(
              entry.getKey(),
              points.stream().mapToDouble(Roc.Point::falsePositiveRate).toArray(),
              points.stream().mapToDouble(Roc.Point::truePositiveRate).toArray());
      ChartStyle.line(
          curve,
          CURVES.get(drawn),
          SeriesMarkers.NONE,
          drawn % 2 == 0 ? SeriesLines.SOLID : ChartStyle.DASHED);
      drawn++;
    }
    diagonal(chart, "random");
    return chart;
  }

  /**
   * Returns the risk-coverage curve.
   *
   * @param rules coverage and risk by the rules of a bundle; empty if they answer no text
   */
  static XYChart riskCoverage(RiskCoverage curve, Optional<RiskCoverage.Point> rules) {
    XYChart chart = xy("share of answered reviews", "share of wrong answers");
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(1.0);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setDecimalPattern("0.###");
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    List<RiskCoverage.Point> points = curve.points();
    XYSeries line =
        chart.addSeries(
            "model",
            points.stream().mapToDouble(RiskCoverage.Point::coverage).toArray(),
            points.stream().mapToDouble(RiskCoverage.Point::risk).toArray());
    ChartStyle.line(line, ChartColor.FIRST, SeriesMarkers.NONE, SeriesLines.SOLID);
    double all = points.get(points.size() - 1).risk();
    XYSeries even = chart.addSeries("random order", new double[] {0, 1}, new double[] {all, all});
    ChartStyle.line(even, ChartColor.GUIDE, SeriesMarkers.NONE, ChartStyle.DASHED);
    double highest = points.stream().mapToDouble(RiskCoverage.Point::risk).max().orElse(0);
    chart.getStyler().setYAxisMax(Math.max(MIN_RISK, HEADROOM * highest));
    rules.ifPresent(point -> mark(chart, "rules of the bundle", point.coverage(), point.risk()));
    return chart;
  }

  private static void mark(XYChart chart, String name, double x, double y) {
    XYSeries mark = chart.addSeries(name, new double[] {x}, new double[] {y});
    ChartStyle.line(mark, ChartColor.TEXT, new CircleMarker(), SeriesLines.NONE);
  }

  /**
   * Returns the reliability diagram.
   *
   * @param share name of the vertical axis
   */
  static XYChart reliability(Reliability reliability, String share) {
    XYChart chart = unitSquare("mean score", share);
    List<Reliability.Bin> bins =
        reliability.bins().stream().filter(bin -> bin.count() > 0).toList();
    XYSeries curve =
        chart.addSeries(
            "model",
            bins.stream().mapToDouble(Reliability.Bin::meanScore).toArray(),
            bins.stream().mapToDouble(Reliability.Bin::positiveShare).toArray());
    ChartStyle.line(curve, ChartColor.FIRST, SeriesMarkers.CIRCLE, SeriesLines.SOLID);
    diagonal(chart, "perfect calibration");
    return chart;
  }

  /** Returns a histogram of two groups. */
  static CategoryChart histogram(String values, GroupedCounts counts) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .xAxisTitle(values)
            .yAxisTitle("reviews")
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.9);
    chart.getStyler().setXAxisMaxLabelCount(11);
    bars(chart, counts.groups().get(0), counts.bins(), counts.first(), ChartColor.SECOND);
    bars(chart, counts.groups().get(1), counts.bins(), counts.second(), ChartColor.FIRST);
    return chart;
  }

  private static void bars(
      CategoryChart chart,
      String label,
      List<String> bins,
      List<Integer> counts,
      ChartColor color) {
    CategorySeries series = chart.addSeries(label, bins, counts);
    series.setFillColor(color.color());
  }

  private static void diagonal(XYChart chart, String name) {
    XYSeries line = chart.addSeries(name, new double[] {0, 1}, new double[] {0, 1});
    line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    ChartStyle.line(line, ChartColor.GUIDE, SeriesMarkers.NONE, ChartStyle.DASHED);
  }

  private static XYChart unitSquare(String x, String y) {
    XYChart chart = xy(x, y);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(1.0);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
    chart.getStyler().setDecimalPattern("0.##");
    chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
    return chart;
  }

  private static XYChart xy(String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    ChartStyle.apply(chart.getStyler());
    return chart;
  }
}
