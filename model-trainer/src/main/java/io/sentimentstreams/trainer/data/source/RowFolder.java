package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowCollector;
import io.sentimentstreams.trainer.data.table.RowFormat;
import io.sentimentstreams.trainer.data.table.SplitName;
import io.sentimentstreams.trainer.file.Compression;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder of table files, one or several for each split: their names, or the names of their
 * folders, contain {@code train}, {@code validation} or {@code test} as a word. Links are ignored.
 *
 * @param path the folder
 * @param files files by split, each in the order of names
 * @param settings columns, labels and the limit on bad lines
 */
public record RowFolder(Path path, Map<SplitName, List<Path>> files, ReadSettings settings)
    implements DataSource {

  private static final int MAX_FILES = 10_000;

  /** Subfolder that Hugging Face repositories have. */
  private static final String DATA = "data";

  private static final String TABLES =
      "(?:csv|tsv|tab|json|jsonl|jsonlines|ndjson|parquet|arrow|orc)";

  public RowFolder {
    files = Map.copyOf(files);
  }

  /** Returns the source for a folder if it has files that are named after splits. */
  static Optional<RowFolder> at(Path folder, ReadSettings settings) {
    Map<SplitName, List<Path>> files = new EnumMap<>(SplitName.class);
    for (Path each : tables(folder)) {
      splitOf(folder.relativize(each))
          .ifPresent(split -> files.computeIfAbsent(split, key -> new ArrayList<>()).add(each));
    }
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new RowFolder(folder, files, settings.withoutSplit()));
  }

  /** Returns the table files in a folder, its subfolder {@code data}, and folders of splits. */
  static List<Path> tables(Path folder) {
    List<Path> found = new ArrayList<>();
    for (Path each : children(folder)) {
      String name = each.getFileName().toString();
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
          && (name.equals(DATA) || SplitName.of(name).isPresent())) {
        children(each).stream().filter(RowFolder::isTable).forEach(found::add);
      } else if (isTable(each)) {
        found.add(each);
      }
    }
    return found;
  }

  private static List<Path> children(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path entry : entries) {
        found.add(entry);
        if (found.size() > MAX_FILES) {
          return List.of();
        }
      }
      return found.stream().sorted().toList();
    } catch (IOException e) {
      throw new InvalidDataException(folder, "not readable", "Check the permissions", e);
    }
  }

  private static boolean isTable(Path file) {
    String name = Compression.uncompressedName(file.getFileName());
    boolean metadata =
        name.equals("dataset_dict.json")
            || name.equals("dataset_info.json")
            || name.equals("dataset_infos.json")
            || name.equals("state.json");
    return name.matches(".*\\." + TABLES)
        && !metadata
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the only split whose name is a word of a path. */
  private static Optional<SplitName> splitOf(Path relative) {
    Set<SplitName> found = new LinkedHashSet<>();
    for (String word : relative.getFileName().toString().split("[^A-Za-z]+", -1)) {
      SplitName.of(word).ifPresent(found::add);
    }
    if (found.isEmpty() && relative.getNameCount() > 1) {
      SplitName.of(relative.getName(relative.getNameCount() - 2).toString()).ifPresent(found::add);
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    LabelledTexts read = read(split, settings);
    boolean validation = split == Split.TRAIN && files.containsKey(SplitName.VALIDATION);
    return new LabelledTexts(read.labels(), read.texts(), read.badLines(), validation);
  }

  @Override
  public LabelledTexts readValidation(Labels labels) {
    return read(Split.VALIDATION, settings.withLabels(labels));
  }

  private LabelledTexts read(Split split, ReadSettings used) {
    List<Path> selected =
        files.entrySet().stream()
            .filter(each -> each.getKey().split().equals(Optional.of(split)))
            .flatMap(each -> each.getValue().stream())
            .toList();
    if (selected.isEmpty()) {
      throw new InvalidDataException(
          path,
          "no file for split %s, there are files for %s".formatted(split.label(), splits()),
          "Add a file such as %s.csv".formatted(split.label()));
    }
    RowCollector rows = new RowCollector(path, split, used);
    for (Path file : selected) {
      RowContent.read(file, format(file), used, rows);
    }
    return rows.result();
  }

  private static RowFormat format(Path file) {
    return RowFormat.of(file).orElse(RowFormat.CSV);
  }

  private String splits() {
    return files.keySet().stream().sorted().map(SplitName::label).collect(Collectors.joining(", "));
  }
}
