package io.sentimentstreams.trainer.report;

import java.awt.Graphics2D;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Turns charts into SVG that stands in a page: letters are outlines, so that no font is needed, and
 * no two drawings of a page use the same id. Not thread-safe: one per page.
 */
final class SvgRenderer {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DIGITS = 2;

  private final SVGIDGenerator ids = new SVGIDGenerator();

  /**
   * Draws a chart.
   *
   * @param description what is to be seen, for those who cannot
   */
  String svg(Chart<?, ?> chart, String description) {
    Document document = newDocument();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("");
    context.setIDGenerator(ids);
    context.setPrecision(DIGITS);
    SVGGraphics2D graphics = new SVGGraphics2D(context, true);
    paint(chart, graphics);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "class", "chart");
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-label", description);
    root.setAttributeNS(
        null, "viewBox", "0 0 %d %d".formatted(ChartStyle.WIDTH, ChartStyle.HEIGHT));
    return text(graphics, root);
  }

  /** Paints a chart at the origin of a surface. */
  static void paint(Chart<?, ?> chart, Graphics2D graphics) {
    chart.paint(graphics, ChartStyle.WIDTH, ChartStyle.HEIGHT);
  }

  private static String text(SVGGraphics2D graphics, Element root) {
    StringWriter writer = new StringWriter();
    try {
      graphics.stream(root, writer, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    // Without the XML declaration and the document type, which have no place inside a page.
    return writer.toString().substring(writer.toString().indexOf("<svg"));
  }

  private static Document newDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java can make an empty document", e);
    }
  }
}
