package io.sentimentstreams.trainer.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limit on the bad lines of a file. Immutable. */
public sealed interface BadLineLimit {

  /** 1 % of the lines. */
  BadLineLimit STANDARD = new Percent(1);

  /**
   * Returns whether a file is within the limit.
   *
   * @param bad number of bad lines
   * @param all number of lines
   */
  boolean allows(long bad, long all);

  /**
   * Parses a limit such as {@code 5} or {@code 0.1%}.
   *
   * @throws IllegalArgumentException if it is neither a number of lines nor a percentage
   */
  static BadLineLimit of(String text) {
    Matcher matcher = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%?)").matcher(text.strip());
    boolean percent = matcher.matches() && matcher.group(2).equals("%");
    if (!matcher.matches() || (!percent && matcher.group(1).contains("."))) {
      throw new IllegalArgumentException(
          "Invalid limit on bad lines: '%s'. Use a number such as 5, or a percentage such as 0.1%%."
              .formatted(text));
    }
    return percent
        ? new Percent(Double.parseDouble(matcher.group(1)))
        : new Lines(Long.parseLong(matcher.group(1)));
  }

  /**
   * An absolute limit.
   *
   * @param max number of lines, at least 0
   */
  record Lines(long max) implements BadLineLimit {

    @Override
    public boolean allows(long bad, long all) {
      return bad <= max;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,d", max);
    }
  }

  /**
   * A limit relative to the number of lines.
   *
   * @param max percentage, 0 to 100
   */
  record Percent(double max) implements BadLineLimit {

    public Percent {
      if (!(max >= 0 && max <= 100)) {
        throw new IllegalArgumentException(
            "Invalid percentage of bad lines: %s. Use 0 to 100.".formatted(max));
      }
    }

    @Override
    public boolean allows(long bad, long all) {
      return bad <= max / 100 * all;
    }

    @Override
    public String toString() {
      String number = max == Math.rint(max) ? Long.toString((long) max) : Double.toString(max);
      return number + " %";
    }
  }
}
