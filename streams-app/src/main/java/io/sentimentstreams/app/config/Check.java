package io.sentimentstreams.app.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A condition on the value of a setting.
 *
 * @param expectation the condition in words, such as {@code 1 to 512}; empty if any value will do
 * @param accepts the condition
 */
public record Check<T>(String expectation, Predicate<T> accepts) {

  private static final Pattern SERVER_ADDRESS =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}");

  /** Text with at least one character that is not white space. */
  public static final Check<String> NOT_BLANK = new Check<>("not blank", text -> !text.isBlank());

  /** Text without control characters, not blank. */
  public static final Check<String> ONE_LINE =
      new Check<>(
          "not blank, one line",
          text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));

  /** A path that is not empty. */
  public static final Check<Path> PATH =
      new Check<>("not blank", path -> !path.toString().isEmpty());

  /** A host and a port. */
  public static final Check<String> SERVER =
      new Check<>("host:port", text -> SERVER_ADDRESS.matcher(text).matches());

  /** Accepts every value. */
  public static <T> Check<T> any() {
    return new Check<>("", value -> true);
  }

  /** Accepts integers from {@code min} to {@code max}, both included. */
  public static Check<Integer> between(int min, int max) {
    return new Check<>("%d to %d".formatted(min, max), value -> min <= value && value <= max);
  }

  /** Accepts numbers from {@code min} to {@code max}, both included, but not NaN. */
  public static Check<Double> between(double min, double max) {
    return new Check<>(
        "%s to %s".formatted(number(min), number(max)), value -> min <= value && value <= max);
  }

  /** Accepts durations from {@code minMillis} to {@code maxMillis}, both included. */
  public static Check<Duration> millis(long minMillis, long maxMillis) {
    return new Check<>(
        "%d to %d".formatted(minMillis, maxMillis),
        value -> minMillis <= value.toMillis() && value.toMillis() <= maxMillis);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
