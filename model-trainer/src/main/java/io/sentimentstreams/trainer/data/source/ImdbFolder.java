package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.file.Encoding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Large Movie Review Dataset as a folder. Symbolic links to reviews are ignored.
 *
 * @param path folder with {@code train} and {@code test}
 * @param encoding encoding of reviews without a byte order mark
 */
public record ImdbFolder(Path path, Encoding encoding) implements DataSource {

  private static final String FOLDER = "aclImdb";

  /** Returns the source for a folder or its subfolder {@code aclImdb}. */
  static ImdbFolder at(Path folder, Encoding encoding) {
    Path inner = folder.resolve(FOLDER);
    return new ImdbFolder(Files.isDirectory(inner) ? inner : folder, encoding);
  }

  /** Returns whether there is a folder of reviews. */
  boolean isPresent() {
    return Stream.of("train/neg", "train/pos", "test/neg", "test/pos")
        .anyMatch(each -> Files.isDirectory(path.resolve(each)));
  }

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    List<LabelledText> texts = new ArrayList<>();
    for (String label : List.of("neg", "pos")) {
      Path folder = path.resolve(split.label()).resolve(label);
      if (!Files.isDirectory(folder)) {
        throw new InvalidDataException(
            path,
            "no folder %s/%s, and no table files".formatted(split.label(), label),
            "Use the folder of the unpacked aclImdb_v1.tar.gz, or a folder with files such as train.csv and test.csv");
      }
      readInto(texts, folder, split.label() + "/" + label + "/");
    }
    return ImdbLayout.sorted(path, split, texts);
  }

  private void readInto(List<LabelledText> texts, Path folder, String prefix) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<ImdbLayout.Entry> entry = ImdbLayout.parse(prefix + file.getFileName());
        if (entry.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          texts.add(ImdbLayout.decode(path, entry.get(), ReviewText.readBytes(file), encoding));
        }
      }
    } catch (IOException e) {
      throw new InvalidDataException(folder, "not readable", "Check the permissions", e);
    }
  }
}
