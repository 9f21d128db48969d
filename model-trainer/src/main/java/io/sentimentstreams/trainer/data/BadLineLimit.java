package io.sentimentstreams.trainer.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines of a file may be bad before it is refused. Immutable. */
public sealed interface BadLineLimit {

  /** One line in a hundred. */
  BadLineLimit STANDARD = new Percent(1);

  /**
   * Whether a file may be used.
   *
   * @param bad how many of its lines are bad
   * @param all how many it has
   */
  boolean allows(long bad, long all);

  /**
   * What {@code 5} or {@code 0.1%} means.
   *
   * @throws IllegalArgumentException if it is neither a number of lines nor a percentage
   */
  static BadLineLimit of(String text) {
    Matcher matcher = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%?)").matcher(text.strip());
    boolean percent = matcher.matches() && matcher.group(2).equals("%");
    if (!matcher.matches() || (!percent && matcher.group(1).contains("."))) {
      throw new IllegalArgumentException(
          "bad lines are limited by a number such as 5, or by a percentage such as 0.1%%, was '%s'"
              .formatted(text));
    }
    return percent
        ? new Percent(Double.parseDouble(matcher.group(1)))
        : new Lines(Long.parseLong(matcher.group(1)));
  }

  /**
   * A number of lines.
   *
   * @param most at least 0
   */
  record Lines(long most) implements BadLineLimit {

    @Override
    public boolean allows(long bad, long all) {
      return bad <= most;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,d", most);
    }
  }

  /**
   * A share of all lines.
   *
   * @param most 0 to 100
   */
  record Percent(double most) implements BadLineLimit {

    public Percent {
      if (!(most >= 0 && most <= 100)) {
        throw new IllegalArgumentException("a percentage must be 0 to 100, was " + most);
      }
    }

    @Override
    public boolean allows(long bad, long all) {
      return bad <= most / 100 * all;
    }

    @Override
    public String toString() {
      String number = most == Math.rint(most) ? Long.toString((long) most) : Double.toString(most);
      return number + " %";
    }
  }
}
