package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.file.Compression;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Format of a table file, determined by the file extension. */
public enum RowFormat {
  /** Comma-separated values with optional quotes (RFC 4180). */
  CSV("CSV", "csv"),
  /** Tab-separated values without quotes. */
  TSV("TSV", "tsv|tab"),
  /** JSON objects: one per line, or in an array. */
  JSON("JSON", "json|jsonl|ndjson|jsonlines");

  private final String label;
  private final Pattern name;

  RowFormat(String label, String extensions) {
    this.label = label;
    name = Pattern.compile(".*\\.(?:" + extensions + ")", Pattern.DOTALL);
  }

  /** Returns the display name: {@code CSV}, {@code TSV} or {@code JSON}. */
  public String label() {
    return label;
  }

  /** Returns the format of a file, compressed or not; empty for other extensions. */
  public static Optional<RowFormat> of(Path path) {
    String bare = Compression.uncompressedName(path);
    return Arrays.stream(values())
        .filter(format -> format.name.matcher(bare).matches())
        .findFirst();
  }

  /** Returns a reader of a file; the delimiter of the settings has precedence. */
  public RowReader reader(Path path, ReadSettings settings) {
    Optional<Character> delimiter = settings.layout().delimiter();
    return switch (this) {
      case CSV -> new CsvRowReader(path, delimiter.orElse(','), settings);
      case TSV ->
          delimiter.isPresent()
              ? new CsvRowReader(path, delimiter.get(), settings)
              : new TsvRowReader(path, settings);
      case JSON -> new JsonRowReader(path, settings);
    };
  }
}
