package io.sentimentstreams.system.monitoring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts values in the place of a query's variables, as Grafana does for Prometheus. */
public final class Interpolation {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");
  private static final Pattern SPECIAL = Pattern.compile("[$^*{}\\[\\]'+?.()|]");
  private static final int SCRAPES_IN_A_RATE = 4;

  private final Map<String, String> values;

  private Interpolation(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Only what Grafana itself defines.
   *
   * @param scrape how often metrics are read
   * @param step from one point of a curve to the next, a second at least
   * @param range from a dashboard's left edge to its right one
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

  /** This, with all values of a variable. */
  public Interpolation withAll(QueryVariable variable) {
    return with(variable.name(), variable.allValue());
  }

  /**
   * This, with some values of a variable: as a regular expression in a string, with two backslashes
   * where one is to remain.
   */
  public Interpolation with(QueryVariable variable, List<String> chosen) {
    String any =
        chosen.stream()
            .map(value -> SPECIAL.matcher(value.replace("\\", "\\\\\\\\")).replaceAll("\\\\\\\\$0"))
            .collect(Collectors.joining("|"));
    return with(variable.name(), chosen.size() > 1 ? "(" + any + ")" : any);
  }

  /**
   * The query with values in it.
   *
   * @throws IllegalArgumentException if it has a variable without one
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
                    "there is no variable %s, but %s asks for it".formatted(name, query));
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
