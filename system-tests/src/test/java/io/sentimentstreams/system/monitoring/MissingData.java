package io.sentimentstreams.system.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds panels, variables and rules that a Prometheus has no answer for. */
public final class MissingData {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final Prometheus prometheus;
  private final Duration scrape;
  private final Duration range;

  /**
   * Looks for silence.
   *
   * @param prometheus what is asked
   * @param scrape how often it reads metrics
   * @param range how far the dashboards look back
   */
  public MissingData(Prometheus prometheus, Duration scrape, Duration range) {
    this.prometheus = prometheus;
    this.scrape = scrape;
    this.range = range;
  }

  /**
   * What of a dashboard stays without a number, each in a line: with all values of its variables,
   * and with one of each.
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
          if (!isHeard(query, expression)) {
            silent.add("%s: %s: %s".formatted(dashboard.name(), panel.title(), expression));
          }
        }
      }
    }
    return silent;
  }

  /** The rules that fail, or whose expressions give no number, each in a line. */
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

  /** Whether there is a number, with every label that the legend shows. */
  private boolean isHeard(Panel.Query query, String expression) {
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
