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
 * Renderer of charts as inline SVG. Text is rendered as outlines, so that no font is needed, and
 * ids are unique within a page. Not thread-safe: one per page.
 */
final class SvgRenderer {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DIGITS = 2;

  private final SVGIDGenerator ids = new SVGIDGenerator();

  /**
   * Renders a chart.
   *
   * @param description alternative text
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

  /** Paints a chart at the origin of a graphics context. */
  static void paint(Chart<?, ?> chart, Graphics2D graphics) {
    chart.paint(graphics, ChartStyle.WIDTH, ChartStyle.HEIGHT);
  }

  private static String text(SVGGraphics2D graphics, Element root) {
    StringWriter writer = new StringWriter();
    try {
      graphics.stream(root, writer, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    // XML declaration and document type are not allowed in HTML.
    return writer.toString().substring(writer.toString().indexOf("<svg"));
  }

  private static Document newDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has an XML document builder", e);
    }
  }
}
