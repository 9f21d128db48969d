package io.sentimentstreams.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where labelled reviews come from. Immutable; each call reads the files again. What the files hold
 * is not trusted: sizes are limited, and nothing is written or followed.
 */
public sealed interface DataSource permits ImdbFolder, ImdbArchive, RowFile {

  /** The largest review that is read, in bytes of UTF-8. */
  int MAX_REVIEW_BYTES = 1 << 20;

  /** The file or folder. */
  Path path();

  /**
   * Reads one part.
   *
   * @return at least one review, sorted by id, whatever order the files have
   * @throws InvalidDataException if the part is missing or something in it is not as it must be
   * @throws IllegalArgumentException for {@link Split#VALIDATION}, which no source contains
   */
  LabelledTexts read(Split split);

  /** As below, with the settings that hold if nothing is said. */
  static DataSource of(Path path) {
    return of(path, ReadSettings.standard());
  }

  /**
   * Chooses the reader by what stands at a path: a folder, a tar archive or a file of rows.
   *
   * @param settings for files of rows
   * @throws InvalidDataException if there is nothing, or nothing that can be read
   */
  static DataSource of(Path path, ReadSettings settings) {
    if (Files.isDirectory(path)) {
      return ImdbFolder.at(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidDataException(
          path, "there is no such file or folder", "check the path given with --data");
    }
    if (ArchiveFiles.recognises(path)) {
      return new ImdbArchive(path);
    }
    Optional<RowFormat> format = RowFormat.of(path);
    if (format.isPresent()) {
      return new RowFile(path, format.get(), settings);
    }
    throw new InvalidDataException(
        path,
        "this kind of file cannot be read",
        "give a folder, a .tar archive, or a .csv, .tsv or .jsonl file, each plain or with .gz, .xz"
            + " or .zst");
  }
}
