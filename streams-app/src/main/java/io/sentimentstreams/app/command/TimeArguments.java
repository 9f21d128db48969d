package io.sentimentstreams.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parser of times and durations on the command line. */
final class TimeArguments {

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([smhd])");

  private TimeArguments() {}

  /**
   * Returns a time.
   *
   * @param text as {@code 2026-02-03T04:05:06Z}, or a duration before {@code now}
   * @param now the current time
   * @throws DateTimeParseException if it is neither
   */
  static Instant moment(String text, Instant now) {
    return text.endsWith("Z") || text.endsWith("z")
        ? Instant.parse(text.toUpperCase(Locale.ROOT))
        : now.minus(duration(text));
  }

  /**
   * Returns a duration.
   *
   * @param text as {@code 30m}, {@code 12h}, {@code 7d}, or in ISO 8601 as {@code PT30M}
   * @throws DateTimeParseException if it is not
   */
  static Duration duration(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      return Duration.parse(text);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /** Converter of options whose value is a positive duration. */
  static final class DurationOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        Duration duration = duration(text);
        if (duration.isZero() || duration.isNegative()) {
          throw new TypeConversionException("'" + text + "' is not positive");
        }
        return duration;
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a duration such as 30m, 12h or 7d");
      }
    }
  }
}
