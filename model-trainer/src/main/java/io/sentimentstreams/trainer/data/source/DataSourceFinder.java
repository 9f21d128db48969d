package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowFormat;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Selection of the data source for a path. */
final class DataSourceFinder {

  private static final String FORMATS =
      "Use a folder, a .tar archive, or a .csv, .tsv, .json or .jsonl file; files can be compressed as .gz, .bz2, .xz or .zst";

  private DataSourceFinder() {}

  static DataSource of(Path path, ReadSettings settings) {
    if (Files.isDirectory(path)) {
      return ofFolder(path, settings);
    }
    if (!Files.exists(path)) {
      throw new InvalidDataException(
          path, "no such file or folder", "Check the path given with --data");
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidDataException(path, "not a regular file", "Write the content to a file");
    }
    if (ArchiveFiles.isArchive(path)) {
      return new ImdbArchive(path, settings.layout().encoding());
    }
    Optional<RowFormat> format = RowFormat.of(path);
    return format.isPresent()
        ? new RowFile(path, format.get(), settings)
        : ofContent(path, settings);
  }

  private static DataSource ofFolder(Path path, ReadSettings settings) {
    ImdbFolder reviews = ImdbFolder.at(path, settings.layout().encoding());
    if (reviews.isPresent()) {
      return reviews;
    }
    requireNoBinaries(path);
    return RowFolder.at(path, settings)
        .map(DataSource.class::cast)
        .orElseGet(() -> ofFiles(path, reviews));
  }

  /** Rejects folders of other programs that have no table files. */
  private static void requireNoBinaries(Path path) {
    if (Files.exists(path.resolve("saved_model.pb"))) {
      throw new InvalidDataException(
          path, "a SavedModel folder of TensorFlow, not a data set", FORMATS);
    }
    boolean saved =
        Stream.of("dataset_dict.json", "state.json", "dataset_info.json")
            .anyMatch(name -> Files.exists(path.resolve(name)));
    if (!saved) {
      return;
    }
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    boolean isDictionary = Files.exists(path.resolve("dataset_dict.json"));
    String convert =
        isDictionary
            ? "d = datasets.load_from_disk('%1$s'); [d[s].to_json('%1$s-json/' + s + '.jsonl') for s in d]"
            : "datasets.load_from_disk('%1$s').to_json('%1$s.jsonl')";
    if (isDictionary || Files.exists(path.resolve("state.json"))) {
      throw new InvalidDataException(
          path,
          "a data set of Hugging Face in Arrow files",
          "Convert it: python -c \"import datasets; %s\"".formatted(convert.formatted(name)));
    }
  }

  private static DataSource ofFiles(Path path, ImdbFolder reviews) {
    List<Path> tables = RowFolder.tables(path);
    if (tables.isEmpty()) {
      return reviews;
    }
    throw new InvalidDataException(
        path,
        "no file is named after a split, such as train.csv",
        tables.size() == 1
            ? "Use the file: --data '%s'".formatted(tables.get(0))
            : "Use one of the files, such as --data '%s'".formatted(tables.get(0)));
  }

  /** Names the content of a file with an unknown extension. */
  private static DataSource ofContent(Path path, ReadSettings settings) {
    TextFile file = new TextFile(path, TextContent.ROWS, settings.layout().encoding());
    if (ArchiveFiles.isTarContent(path)) {
      return new ImdbArchive(path, settings.layout().encoding());
    }
    try (TextStream in = file.open()) {
      String start = new String(in.readNBytes(1 << 12), StandardCharsets.UTF_8).strip();
      if (start.isEmpty()) {
        throw new InvalidDataException(path, "the file is empty", FORMATS);
      }
      if (start.startsWith("__label__")) {
        throw new InvalidDataException(
            path,
            "lines of fastText",
            "Convert them: (printf 'label\\ttext\\n'; sed -E 's/^__label__([^ ]+) /\\1\\t/' '%1$s') > '%1$s.tsv'"
                .formatted(path.getFileName()));
      }
      String guess =
          start.matches("(?s)[\\[{].*") ? ".json" : start.contains("\t") ? ".tsv" : ".csv";
      throw new InvalidDataException(
          path,
          "unknown file format",
          FORMATS + ". Rename a table, such as to %s%s".formatted(path.getFileName(), guess));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
