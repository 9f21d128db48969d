package io.sentimentstreams.trainer.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of a file that were skipped because they contain no valid text.
 *
 * @param warnings the first of them with file, line and reason, and their number; then notes, such
 *     as about rows without text or label
 * @param count number of skipped lines
 */
public record BadLines(List<String> warnings, long count) {

  public BadLines {
    warnings = List.copyOf(warnings);
  }

  /** Returns the same with messages about rows that are left out, which are not bad lines. */
  public BadLines withNotes(List<String> notes) {
    return new BadLines(Stream.concat(warnings.stream(), notes.stream()).toList(), count);
  }

  /** Returns the value for a file without bad lines. */
  public static BadLines none() {
    return new BadLines(List.of(), 0);
  }
}
