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

/** How charts look: no background, so that the page's shows through. */
final class ChartStyle {

  /** Of a drawing, in its own units. */
  static final int WIDTH = 640;

  /** Of a drawing, in its own units. */
  static final int HEIGHT = 400;

  /** A line that can be told from a solid one without its colour. */
  static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9, 6}, 0);

  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private ChartStyle() {}

  static void apply(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(CLEAR);
    styler.setPlotBackgroundColor(CLEAR);
    styler.setLegendBackgroundColor(CLEAR);
    styler.setLegendBorderColor(CLEAR);
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

  static void line(XYSeries series, ChartColor ink, Marker marker, BasicStroke stroke) {
    series.setLineColor(ink.color());
    series.setMarkerColor(ink.color());
    series.setMarker(marker);
    series.setLineStyle(stroke);
  }
}
