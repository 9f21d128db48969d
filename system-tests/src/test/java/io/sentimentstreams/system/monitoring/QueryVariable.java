package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable with the values of a label.
 *
 * @param name name without the dollar sign
 * @param series selector of the series with the label; it may use earlier variables
 * @param label label with the values
 * @param allValue value that selects all
 */
public record QueryVariable(String name, String series, String label, String allValue) {

  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((.*),\\s*(\\w+)\\s*\\)");

  static QueryVariable of(JsonNode json) {
    String name = json.path("name").asText();
    String query = json.path("query").path("query").asText();
    Matcher values = LABEL_VALUES.matcher(query);
    if (!values.matches()) {
      throw new IllegalArgumentException(
          "variable %s must be label_values(SERIES, LABEL), was %s".formatted(name, query));
    }
    return new QueryVariable(
        name, values.group(1), values.group(2), json.path("allValue").asText());
  }
}
