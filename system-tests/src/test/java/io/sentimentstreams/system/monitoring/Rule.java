package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule that Prometheus has loaded.
 *
 * @param name name of the alert or of the recorded series
 * @param alerts whether it is an alert
 * @param expression expression in PromQL
 * @param health {@code ok}, {@code unknown} before the first evaluation, or {@code err}
 * @param error error of the last evaluation, or blank
 */
public record Rule(String name, boolean alerts, String expression, String health, String error) {

  static Rule of(JsonNode json) {
    return new Rule(
        json.path("name").asText(),
        json.path("type").asText().equals("alerting"),
        json.path("query").asText(),
        json.path("health").asText(),
        json.path("lastError").asText());
  }

  /** Returns an expression that has a value if the alert is inactive, too. */
  public String watched() {
    return alerts ? AlertExpression.watched(expression) : expression;
  }
}
