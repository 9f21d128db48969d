package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of a file that gave no text and were left out.
 *
 * @param warnings the first of them with place and reason, and how many there are; empty if there
 *     are none
 * @param count how many there are
 */
public record BadLines(List<String> warnings, long count) {

  private static final int SHOWN = 5;
  private static final int SHOWN_IN_ERROR = 3;

  public BadLines {
    warnings = List.copyOf(warnings);
  }

  /** Nothing was left out. */
  static BadLines none() {
    return new BadLines(List.of(), 0);
  }

  /** Counts bad lines while a file is read. Not thread-safe. */
  static final class Tally {

    private final Path path;
    private final BadLineLimit limit;
    private final List<BadLine> first = new ArrayList<>();
    private long count;

    Tally(Path path, BadLineLimit limit) {
      this.path = path;
      this.limit = limit;
    }

    /**
     * Counts a line.
     *
     * @throws InvalidDataException if there are too many already, however many good ones may follow
     */
    void add(long number, String problem) {
      count++;
      if (first.size() < SHOWN) {
        first.add(new BadLine(number, problem));
      }
      if (!limit.allows(count, Long.MAX_VALUE)) {
        throw tooMany(String.format(Locale.ROOT, "%,d so far", count));
      }
    }

    /**
     * What was left out.
     *
     * @param rows how many there were, good and bad
     * @throws InvalidDataException if that is more than the limit allows
     */
    BadLines result(long rows) {
      if (count == 0) {
        return none();
      }
      if (!limit.allows(count, rows)) {
        throw tooMany(String.format(Locale.ROOT, "%,d of %,d", count, rows));
      }
      first.sort(Comparator.comparingLong(BadLine::number));
      List<String> warnings = new ArrayList<>();
      for (BadLine line : first) {
        warnings.add("%s:%d: %s".formatted(path, line.number(), line.problem()));
      }
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: left out %,d of %,d lines%s; at most %s may be bad",
              path,
              count,
              rows,
              count > first.size() ? ", of which the first are above" : "",
              limit));
      return new BadLines(warnings, count);
    }

    private InvalidDataException tooMany(String count) {
      String shown =
          first.stream()
              .limit(SHOWN_IN_ERROR)
              .map(line -> "line %d: %s".formatted(line.number(), line.problem()))
              .collect(Collectors.joining("; "));
      return new InvalidDataException(
          path,
          "bad lines, %s, where at most %s may be: %s".formatted(count, limit, shown),
          "correct them, or allow more with --bad-lines-max");
    }
  }
}
