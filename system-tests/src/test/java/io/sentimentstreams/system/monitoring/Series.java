package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series in a query result.
 *
 * @param labels labels by name
 * @param points points in time order; one point for an instant query
 */
public record Series(Map<String, String> labels, List<Point> points) {

  /** A value and its time in seconds since 1970. */
  public record Point(double seconds, double value) {}

  static Series of(JsonNode json) {
    Map<String, String> labels = new LinkedHashMap<>();
    json.path("metric")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    List<Point> points = new ArrayList<>();
    if (json.has("value")) {
      points.add(point(json.path("value")));
    }
    json.path("values").forEach(value -> points.add(point(value)));
    return new Series(labels, points);
  }

  /** Returns whether it has a finite value. */
  public boolean hasNumber() {
    return points.stream().anyMatch(point -> Double.isFinite(point.value()));
  }

  private static Point point(JsonNode pair) {
    return new Point(pair.path(0).asDouble(), number(pair.path(1).asText()));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
