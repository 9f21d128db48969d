package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.Compression;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Format of a table file, determined by the file extension. */
public enum RowFormat {
  /** Comma-separated values with a header and optional quotes (RFC 4180). */
  CSV("CSV", "csv"),
  /** Tab-separated values with a header and without quotes. */
  TSV("TSV", "tsv"),
  /** One JSON object per line. */
  JSON_LINES("JSON lines", "jsonl|ndjson");

  private final String label;
  private final Pattern name;

  RowFormat(String label, String extensions) {
    this.label = label;
    name = Pattern.compile(".*\\.(?:" + extensions + ")", Pattern.DOTALL);
  }

  /** Returns the display name: {@code CSV}, {@code TSV} or {@code JSON lines}. */
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

  public RowReader reader(Path path, ReadSettings settings) {
    return switch (this) {
      case CSV -> new CsvRowReader(path, settings);
      case TSV -> new TsvRowReader(path, settings);
      case JSON_LINES -> new JsonRowReader(settings);
    };
  }
}
