package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A panel of a dashboard.
 *
 * @param title title
 * @param type visualization, or {@code row} for a heading
 * @param place position in the grid of 24 columns
 * @param queries queries of its data
 * @param json definition in the file
 */
public record Panel(String title, String type, Place place, List<Query> queries, JsonNode json) {

  private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*\\}\\}");

  /** A rectangle in the grid: upper left corner, width and height. */
  public record Place(int x, int y, int w, int h) {

    boolean overlaps(Place other) {
      return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }
  }

  /**
   * A query of a panel.
   *
   * @param expression PromQL with variables
   * @param legend template of the names of series, with labels in double braces
   * @param instant whether it returns only the value at the end of the range
   * @param heatmap whether the series are cumulative buckets
   */
  public record Query(String expression, String legend, boolean instant, boolean heatmap) {

    /** Returns the labels in the legend. */
    public List<String> legendLabels() {
      return LABEL.matcher(legend).results().map(label -> label.group(1)).toList();
    }

    /** Returns the name of a series. */
    public String name(Series series) {
      return LABEL
          .matcher(legend)
          .replaceAll(label -> series.labels().getOrDefault(label.group(1), ""));
    }
  }

  static Panel of(JsonNode json) {
    JsonNode grid = json.path("gridPos");
    return new Panel(
        json.path("title").asText(),
        json.path("type").asText(),
        new Place(
            grid.path("x").asInt(),
            grid.path("y").asInt(),
            grid.path("w").asInt(),
            grid.path("h").asInt()),
        Dashboard.elements(json.path("targets"))
            .map(
                target ->
                    new Query(
                        target.path("expr").asText(),
                        target.path("legendFormat").asText(),
                        target.path("instant").asBoolean(),
                        target.path("format").asText().equals("heatmap")))
            .toList(),
        json);
  }

  /** Returns whether it is a heading. */
  public boolean isRow() {
    return type.equals("row");
  }

  /** Returns the unit, as named by Grafana. */
  public String unit() {
    return json.path("fieldConfig").path("defaults").path("unit").asText();
  }
}
