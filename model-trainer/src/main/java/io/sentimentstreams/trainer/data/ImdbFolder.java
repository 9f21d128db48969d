package io.sentimentstreams.trainer.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Large Movie Review Dataset as a folder. Links among the reviews are not followed.
 *
 * @param path the folder that holds {@code train} and {@code test}
 */
public record ImdbFolder(Path path) implements DataSource {

  private static final String FOLDER = "aclImdb";

  /** Finds the layout in a folder or, one step down, in its {@code aclImdb}. */
  static ImdbFolder at(Path folder) {
    Path inner = folder.resolve(FOLDER);
    return new ImdbFolder(Files.isDirectory(inner) ? inner : folder);
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
            "the folder %s/%s is missing".formatted(split.label(), label),
            "unpack aclImdb_v1.tar.gz again, or give the archive itself");
      }
      readInto(texts, folder, split.label() + "/" + label + "/");
    }
    return ImdbLayout.sorted(path, split, texts);
  }

  private void readInto(List<LabelledText> texts, Path folder, String prefix) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<ImdbLayout.Entry> entry = ImdbLayout.recognise(prefix + file.getFileName());
        if (entry.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          texts.add(ImdbLayout.decode(path, entry.get(), ReviewText.bytes(file)));
        }
      }
    } catch (IOException e) {
      throw new InvalidDataException(folder, "cannot be read", "check that it may be read", e);
    }
  }
}
