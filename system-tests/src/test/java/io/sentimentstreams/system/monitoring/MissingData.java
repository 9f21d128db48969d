package io.sentimentstreams.system.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A search for panels, variables and rules for which Prometheus returns no data. */
public final class MissingData {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final Prometheus prometheus;
  private final Duration scrape;
  private final Duration range;

  /**
   * Creates a search.
   *
   * @param prometheus server to query
   * @param scrape its scrape interval
   * @param range time range of the dashboards
   */
  public MissingData(Prometheus prometheus, Duration scrape, Duration range) {
    this.prometheus = prometheus;
    this.scrape = scrape;
    this.range = range;
  }

  /**
   * Returns a line for each variable and query of a dashboard without data. Queries are evaluated
   * with all values of the variables, and with one value of each.
   */
  public List<String> of(Dashboard dashboard) {
    Interpolation all = Interpolation.of(scrape, STEP, range);
    Interpolation one = all;
    List<String> silent = new ArrayList<>();
    for (QueryVariable variable : dashboard.variables()) {
      List<String> values = prometheus.labelValues(variable.label(), all.apply(variable.series()));
      if (values.isEmpty()) {
        silent.add("%s: variable %s has no values".formatted(dashboard.name(), variable.name()));
      }
      all = all.withAll(variable);
      one = one.with(variable, values.stream().limit(1).toList());
    }
    for (Panel panel : dashboard.panels()) {
      for (Panel.Query query : panel.queries()) {
        for (String expression :
            List.of(all.apply(query.expression()), one.apply(query.expression()))) {
          if (!hasData(query, expression)) {
            silent.add("%s: %s: %s".formatted(dashboard.name(), panel.title(), expression));
          }
        }
      }
    }
    return silent;
  }

  /** Returns a line for each rule that fails or whose expression returns no number. */
  public List<String> ofRules() {
    List<String> silent = new ArrayList<>();
    for (Rule rule : prometheus.rules()) {
      if (!rule.health().equals("ok")) {
        silent.add("rule %s is %s: %s".formatted(rule.name(), rule.health(), rule.error()));
      } else if (prometheus.query(rule.watched()).stream().noneMatch(Series::hasNumber)) {
        silent.add("rule %s: %s".formatted(rule.name(), rule.watched()));
      }
    }
    return silent;
  }

  /** Returns whether a series has a number and all labels of the legend. */
  private boolean hasData(Panel.Query query, String expression) {
    Instant now = Instant.now();
    List<Series> answer =
        query.instant()
            ? prometheus.query(expression)
            : prometheus.query(expression, now.minus(range), now, STEP);
    return answer.stream()
        .anyMatch(
            series ->
                series.hasNumber() && series.labels().keySet().containsAll(query.legendLabels()));
  }
}
