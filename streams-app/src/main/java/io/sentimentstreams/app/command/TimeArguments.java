package io.sentimentstreams.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Understands how people write down moments and durations. */
final class TimeArguments {

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([smhd])");

  private TimeArguments() {}

  /**
   * A moment.
   *
   * @param text as {@code 2026-02-03T04:05:06Z}, or a duration before now
   * @param now the end of such a duration
   * @throws DateTimeParseException if it is neither
   */
  static Instant moment(String text, Instant now) {
    return text.endsWith("Z") || text.endsWith("z")
        ? Instant.parse(text.toUpperCase(Locale.ROOT))
        : now.minus(duration(text));
  }

  /**
   * A duration.
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

  /** Durations that are longer than nothing, as options. */
  static final class DurationOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        Duration duration = duration(text);
        if (duration.isZero() || duration.isNegative()) {
          throw new TypeConversionException("'" + text + "' is not longer than nothing");
        }
        return duration;
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no duration like 30m, 12h or 7d");
      }
    }
  }
}
