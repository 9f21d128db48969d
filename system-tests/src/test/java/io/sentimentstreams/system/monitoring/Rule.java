package io.sentimentstreams.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule as Prometheus has understood it.
 *
 * @param name of the alert, or of the series that is recorded
 * @param alerts whether it is an alert
 * @param expression in PromQL
 * @param health {@code ok}, {@code unknown} before it is evaluated, or {@code err}
 * @param error of its last evaluation, blank where there is none
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

  /** What it looks at, whether or not an alert fires. */
  public String watched() {
    return alerts ? AlertExpression.watched(expression) : expression;
  }
}
