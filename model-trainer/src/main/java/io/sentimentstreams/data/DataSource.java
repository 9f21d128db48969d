package io.sentimentstreams.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where labelled reviews come from. Immutable; each call reads the files again. What the files hold
 * is not trusted: sizes are limited, and nothing is written or followed.
 */
public sealed interface DataSource permits ImdbFolder, ImdbArchive, CsvFile {

  /** The largest review that is read, in bytes of UTF-8. */
  int MAX_REVIEW_BYTES = 1 << 20;

  /** The file or folder. */
  Path path();

  /**
   * Reads one part.
   *
   * @return at least one review, sorted by id, whatever order the files have
   * @throws DataRejected if the part is missing or something in it is not as it must be
   */
  List<LabelledText> read(Split split);

  /**
   * Chooses the reader by what stands at a path: a folder, a tar archive or a CSV file.
   *
   * @throws DataRejected if there is nothing, or nothing that can be read
   */
  static DataSource of(Path path) {
    if (Files.isDirectory(path)) {
      return ImdbFolder.at(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new DataRejected(
          path, "there is no such file or folder", "check the path given with --data");
    }
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (ArchiveFiles.recognises(name)) {
      return new ImdbArchive(path);
    }
    if (name.endsWith(".csv")) {
      return new CsvFile(path);
    }
    throw new DataRejected(
        path,
        "this kind of file cannot be read",
        "give a folder, a .tar, .tar.gz, .tgz or .tar.xz archive, or a .csv file");
  }
}
