package io.sentimentstreams.system.monitoring;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of a dashboard with data of a Prometheus. It is drawn without Grafana: the style
 * differs, but positions, titles, queries and units are those of the dashboard.
 */
public final class Picture {

  private static final int COLUMN = 50;
  private static final int ROW = 24;
  private static final int TITLE = 22;
  private static final int GAP = 4;
  private static final Color GROUND = new Color(0xF4F5F5);
  private static final Color BORDER = new Color(0xDADCDF);
  private static final Color INK = new Color(0x24292E);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private final Prometheus prometheus;
  private final Interpolation interpolation;
  private final Instant from;
  private final Instant to;
  private final Duration step;

  /**
   * Creates pictures of a time range.
   *
   * @param prometheus server to query
   * @param scrape its scrape interval
   * @param from start of the range
   * @param to end of the range
   * @param step time between two points
   */
  public Picture(Prometheus prometheus, Duration scrape, Instant from, Instant to, Duration step) {
    this.prometheus = prometheus;
    this.from = from;
    this.to = to;
    this.step = step;
    interpolation = Interpolation.of(scrape, step, Duration.between(from, to));
  }

  /** Draws a dashboard with all values of its variables. */
  public BufferedImage of(Dashboard dashboard) {
    Interpolation all = interpolation;
    for (QueryVariable variable : dashboard.variables()) {
      all = all.withAll(variable);
    }
    int rows =
        dashboard.panels().stream().mapToInt(p -> p.place().y() + p.place().h()).max().orElse(1);
    BufferedImage image =
        new BufferedImage(24 * COLUMN, (rows + 1) * ROW + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(INK);
    graphics.setFont(BOLD.deriveFont(15f));
    graphics.drawString(dashboard.json().path("title").asText(), 2 * GAP, ROW - GAP);
    for (Panel panel : dashboard.panels()) {
      draw(graphics, panel, all);
    }
    graphics.dispose();
    return small(image);
  }

  /**
   * Returns the image with 256 colors, which halves the file without a visible difference. Each
   * pixel gets the nearest color; drawing the image would dither, which compresses badly.
   */
  private static BufferedImage small(BufferedImage image) {
    BufferedImage small =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        small.setRGB(x, y, image.getRGB(x, y));
      }
    }
    return small;
  }

  private void draw(Graphics2D all, Panel panel, Interpolation values) {
    int width = panel.place().w() * COLUMN - GAP;
    int height = panel.place().h() * ROW - GAP;
    Graphics2D graphics =
        (Graphics2D)
            all.create(
                panel.place().x() * COLUMN + GAP / 2,
                (panel.place().y() + 1) * ROW + GAP / 2,
                width,
                height);
    if (panel.isRow()) {
      graphics.setColor(INK);
      graphics.setFont(BOLD.deriveFont(13f));
      graphics.drawString("▾ " + panel.title(), GAP, height - GAP);
      return;
    }
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(BORDER);
    graphics.setStroke(new BasicStroke(1));
    graphics.drawRect(0, 0, width - 1, height - 1);
    graphics.setColor(INK);
    graphics.setFont(BOLD);
    graphics.drawString(panel.title(), 2 * GAP, TITLE - 2 * GAP + 2);
    Graphics2D inner =
        (Graphics2D) graphics.create(GAP, TITLE, width - 2 * GAP, height - TITLE - GAP);
    drawData(inner, width - 2 * GAP, height - TITLE - GAP, panel, values);
    inner.dispose();
    graphics.dispose();
  }

  private void drawData(
      Graphics2D graphics, int width, int height, Panel panel, Interpolation values) {
    Panel.Query first = panel.queries().get(0);
    PanelPainter marks = new PanelPainter(graphics, width, height, panel);
    switch (panel.type()) {
      case "stat" -> marks.number(range(first, values));
      case "table" -> marks.table(now(first, values));
      case "heatmap" -> marks.heat(HeatmapBucket.of(range(first, values)), from, to, step);
      case "bargauge" -> {
        List<Series> bars = now(first, values);
        if (first.heatmap()) {
          marks.buckets(HeatmapBucket.of(bars));
        } else {
          marks.bars(bars, first);
        }
      }
      default ->
          Curves.draw(
              graphics,
              width,
              height,
              new Curves.Drawing(
                  curves(panel, values),
                  panel.unit(),
                  panel.json().at("/fieldConfig/defaults/custom").has("stacking"),
                  from.getEpochSecond(),
                  to.getEpochSecond()));
    }
  }

  private List<Curves.Curve> curves(Panel panel, Interpolation values) {
    List<Curves.Curve> curves = new ArrayList<>();
    for (Panel.Query query : panel.queries()) {
      for (Series series : range(query, values)) {
        curves.add(new Curves.Curve(query.name(series), series.points()));
      }
    }
    return curves.stream().filter(Curves.Curve::hasNumber).toList();
  }

  private List<Series> range(Panel.Query query, Interpolation values) {
    return prometheus.query(values.apply(query.expression()), from, to, step);
  }

  private List<Series> now(Panel.Query query, Interpolation values) {
    return prometheus.query(values.apply(query.expression()), to);
  }
}
