package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.Compression;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** How rows are written in a file, as its name says. */
public enum RowFormat {
  /** Values separated by commas, quoted where needed (RFC 4180), below a header. */
  CSV("CSV", "csv"),
  /** Values separated by tabs, never quoted, below a header. */
  TSV("TSV", "tsv"),
  /** One JSON object on each line. */
  JSON_LINES("JSON lines", "jsonl|ndjson");

  private final String label;
  private final Pattern name;

  RowFormat(String label, String endings) {
    this.label = label;
    name = Pattern.compile(".*\\.(?:" + endings + ")", Pattern.DOTALL);
  }

  /** The format for people: {@code CSV}, {@code TSV}, {@code JSON lines}. */
  public String label() {
    return label;
  }

  /** The format of a file with a name, compressed or not; empty for one that is none of these. */
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
