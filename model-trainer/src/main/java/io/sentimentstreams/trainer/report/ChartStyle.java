package io.sentimentstreams.trainer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;

/** Style of charts, with a transparent background. */
final class ChartStyle {

  /** Size of a chart in SVG user units. */
  static final int WIDTH = 640;

  /** Size of a chart in SVG user units. */
  static final int HEIGHT = 400;

  /** Dashed line, which differs from a solid one without colour. */
  static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9, 6}, 0);

  private static final Color TRANSPARENT = new Color(0, 0, 0, 0);
  private static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private ChartStyle() {}

  static void apply(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(TRANSPARENT);
    styler.setPlotBackgroundColor(TRANSPARENT);
    styler.setLegendBackgroundColor(TRANSPARENT);
    styler.setLegendBorderColor(TRANSPARENT);
    styler.setPlotBorderColor(ChartColor.GRID.color());
    styler.setChartFontColor(ChartColor.TEXT.color());
    styler.setXAxisTitleColor(ChartColor.TEXT.color());
    styler.setYAxisTitleColor(ChartColor.TEXT.color());
    styler.setAxisTickLabelsColor(ChartColor.TEXT.color());
    styler.setAxisTickMarksColor(ChartColor.GRID.color());
    styler.setPlotGridLinesColor(ChartColor.GRID.color());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTickLabelsFont(LABELS);
    styler.setAxisTitleFont(LABELS);
    styler.setLegendFont(LABELS);
    styler.setLegendPadding(14);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotContentSize(0.96);
  }

  static void line(XYSeries series, ChartColor color, Marker marker, BasicStroke stroke) {
    series.setLineColor(color.color());
    series.setMarkerColor(color.color());
    series.setMarker(marker);
    series.setLineStyle(stroke);
  }
}
