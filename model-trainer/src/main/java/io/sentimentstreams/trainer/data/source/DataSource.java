package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Source of labelled reviews. Immutable; each call reads the files again. File content is
 * untrusted: sizes are limited, nothing is written, and links are not followed.
 */
public sealed interface DataSource permits ImdbFolder, ImdbArchive, RowFile {

  /** Returns the file or folder. */
  Path path();

  /**
   * Reads one split.
   *
   * @return at least one review, sorted by id regardless of the order of the files
   * @throws IllegalArgumentException for {@link Split#VALIDATION}, which no source contains
   * @throws InvalidDataException if the split is missing or invalid
   */
  LabelledTexts read(Split split);

  /** Returns a source with the default settings. */
  static DataSource of(Path path) {
    return of(path, ReadSettings.standard());
  }

  /**
   * Returns the source for a path: a folder, a tar archive or a table file.
   *
   * @param settings for table files
   * @throws InvalidDataException if the path does not exist or has an unknown format
   */
  static DataSource of(Path path, ReadSettings settings) {
    if (Files.isDirectory(path)) {
      return ImdbFolder.at(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidDataException(
          path, "no such file or folder", "Check the path given with --data");
    }
    if (ArchiveFiles.isArchive(path)) {
      return new ImdbArchive(path);
    }
    Optional<RowFormat> format = RowFormat.of(path);
    if (format.isPresent()) {
      return new RowFile(path, format.get(), settings);
    }
    throw new InvalidDataException(
        path,
        "unknown file format",
        "Use a folder, a .tar archive, or a .csv, .tsv or .jsonl file; files can be compressed as .gz, .xz or .zst");
  }
}
