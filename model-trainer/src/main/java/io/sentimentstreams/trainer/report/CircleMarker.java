package io.sentimentstreams.trainer.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** Circle around a point of another series. */
final class CircleMarker extends Marker {

  private static final double RADIUS = 9;

  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
  }
}
