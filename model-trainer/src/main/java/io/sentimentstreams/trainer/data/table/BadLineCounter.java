package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.BadLines;
import io.sentimentstreams.trainer.data.InvalidDataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Count of the bad lines of one file, with a limit. Not thread-safe. */
final class BadLineCounter {

  private static final int MAX_WARNINGS = 5;
  private static final int MAX_LINES_IN_ERROR = 3;

  private final Path path;
  private final BadLineLimit limit;
  private final List<BadLine> first = new ArrayList<>();
  private long count;
  private String encodingRemedy = "";

  BadLineCounter(Path path, BadLineLimit limit) {
    this.path = path;
    this.limit = limit;
  }

  /** Sets the remedy for lines in another encoding, an instruction without a full stop. */
  void setEncodingRemedy(String remedy) {
    encodingRemedy = remedy;
  }

  /**
   * Counts a line.
   *
   * @throws InvalidDataException if the file exceeds the limit regardless of its remaining lines
   */
  void add(BadLine line) {
    count++;
    if (first.size() < MAX_WARNINGS) {
      first.add(line);
    }
    if (!limit.allows(count, Long.MAX_VALUE)) {
      throw tooMany(String.format(Locale.ROOT, "%,d so far", count));
    }
  }

  /**
   * Returns the skipped lines.
   *
   * @param rows number of rows, good and bad
   * @throws InvalidDataException if the skipped lines exceed the limit
   */
  BadLines result(long rows) {
    if (count == 0) {
      return BadLines.none();
    }
    if (!limit.allows(count, rows)) {
      throw tooMany(String.format(Locale.ROOT, "%,d of %,d", count, rows));
    }
    first.sort(Comparator.comparing(BadLine::file).thenComparingLong(BadLine::number));
    List<String> warnings = new ArrayList<>();
    for (BadLine line : first) {
      warnings.add("%s:%d: %s".formatted(line.file(), line.number(), line.problem()));
    }
    warnings.add(
        String.format(
            Locale.ROOT,
            "%s: skipped %,d of %,d lines (limit: %s)%s",
            path,
            count,
            rows,
            limit,
            count > first.size() ? "; the first are listed above" : ""));
    return new BadLines(warnings, count);
  }

  private InvalidDataException tooMany(String count) {
    String shown =
        first.stream()
            .limit(MAX_LINES_IN_ERROR)
            .map(this::described)
            .collect(Collectors.joining("; "));
    return new InvalidDataException(
        path,
        "too many bad lines (%s, limit: %s): %s".formatted(count, limit, shown),
        encodingRemedy.isEmpty()
            ? "Correct them, or raise --bad-lines-max"
            : encodingRemedy + "; or raise --bad-lines-max");
  }

  private String described(BadLine line) {
    String file = line.file().equals(path) ? "" : line.file().getFileName() + ", ";
    return "%sline %d: %s".formatted(file, line.number(), line.problem());
  }
}
