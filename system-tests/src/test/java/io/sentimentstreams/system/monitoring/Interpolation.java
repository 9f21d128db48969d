package io.sentimentstreams.system.monitoring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values for the variables of queries, inserted as Grafana does for Prometheus. Immutable. */
public final class Interpolation {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");
  private static final Pattern SPECIAL = Pattern.compile("[$^*{}\\[\\]'+?.()|]");
  private static final int SCRAPES_IN_A_RATE = 4;

  private final Map<String, String> values;

  private Interpolation(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Creates the values of Grafana's own variables.
   *
   * @param scrape scrape interval
   * @param step time between two points of a curve, at least 1 s
   * @param range time range of the dashboard
   */
  public static Interpolation of(Duration scrape, Duration step, Duration range) {
    Duration rate = scrape.multipliedBy(SCRAPES_IN_A_RATE);
    Duration longStep = step.plus(scrape);
    return new Interpolation(
        Map.of(
            "__interval", seconds(step),
            "__rate_interval", seconds(rate.compareTo(longStep) < 0 ? longStep : rate),
            "__range", seconds(range)));
  }

  /** Returns a copy with all values of a variable. */
  public Interpolation withAll(QueryVariable variable) {
    return with(variable.name(), variable.allValue());
  }

  /**
   * Returns a copy with some values of a variable. The value is a regular expression in a string
   * literal, therefore each backslash is doubled.
   */
  public Interpolation with(QueryVariable variable, List<String> chosen) {
    String any =
        chosen.stream()
            .map(value -> SPECIAL.matcher(value.replace("\\", "\\\\\\\\")).replaceAll("\\\\\\\\$0"))
            .collect(Collectors.joining("|"));
    return with(variable.name(), chosen.size() > 1 ? "(" + any + ")" : any);
  }

  /**
   * Returns the query with values instead of variables.
   *
   * @throws IllegalArgumentException if a variable has no value
   */
  public String apply(String query) {
    return VARIABLE
        .matcher(query)
        .replaceAll(
            variable -> {
              String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
              String value = values.get(name);
              if (value == null) {
                throw new IllegalArgumentException(
                    "unknown variable %s in %s".formatted(name, query));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private Interpolation with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new Interpolation(more);
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }
}
