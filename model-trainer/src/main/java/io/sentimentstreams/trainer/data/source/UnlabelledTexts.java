package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.UnlabelledText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reviews without labels: the files {@code *.txt} of folders, and those below a folder {@code
 * unsup} in tar archives, as the Large Movie Review Dataset has them. They are trusted no more than
 * a {@link DataSource}. Immutable.
 *
 * @param texts the reviews, by the places they were read from and there by id
 * @param sha256 fingerprint over their ids and texts, 64 lower-case hex digits
 */
public record UnlabelledTexts(List<UnlabelledText> texts, String sha256) {

  private static final Pattern FILE = Pattern.compile("([^/]+)\\.txt");
  private static final Pattern ENTRY = Pattern.compile("(?:.*/)?unsup/([^/]+)\\.txt");
  private static final Comparator<UnlabelledText> ORDER =
      Comparator.comparing(UnlabelledText::id).thenComparing(UnlabelledText::text);

  public UnlabelledTexts {
    texts = List.copyOf(texts);
  }

  /**
   * Reads reviews. The same arguments give the same ones in the same order.
   *
   * @param paths folders and archives ({@code .tar}, {@code .tar.gz}, {@code .tgz}, {@code
   *     .tar.xz}), each with at least one review
   * @param limit how many reviews are kept, drawn by the seed, at least 1; empty for all
   * @throws InvalidDataException if a place has none, or has what is no review
   */
  public static UnlabelledTexts read(List<Path> paths, Optional<Integer> limit, long seed) {
    List<UnlabelledText> texts = new ArrayList<>();
    paths.forEach(path -> texts.addAll(sorted(path)));
    List<UnlabelledText> kept = limit.map(most -> sample(texts, most, seed)).orElse(texts);
    return new UnlabelledTexts(kept, DataFingerprint.ofUnlabelled(kept));
  }

  private static List<UnlabelledText> sample(List<UnlabelledText> texts, int limit, long seed) {
    if (limit >= texts.size()) {
      return texts;
    }
    List<UnlabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, limit).stream().sorted(ORDER).toList();
  }

  private static List<UnlabelledText> sorted(Path path) {
    List<UnlabelledText> texts = new ArrayList<>();
    if (Files.isDirectory(path)) {
      readFolder(path, texts);
    } else if (Files.isRegularFile(path) && ArchiveFiles.isArchive(path)) {
      ArchiveFiles.read(
          path,
          name -> id(ENTRY, name),
          (id, bytes) -> texts.add(new UnlabelledText(id, decoded(path, id, bytes))));
    } else {
      throw new InvalidDataException(
          path,
          "is no folder and no archive of reviews",
          "give a folder of .txt files such as aclImdb/train/unsup, or a .tar, .tar.gz, .tgz or"
              + " .tar.xz archive");
    }
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          path,
          "holds no review without a label",
          "a folder needs files named *.txt itself, an archive needs unsup/*.txt");
    }
    texts.sort(ORDER);
    return texts;
  }

  private static void readFolder(Path folder, List<UnlabelledText> texts) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<String> id = id(FILE, file.getFileName().toString());
        if (id.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          String text = decoded(folder, id.get(), ReviewText.readBytes(file));
          texts.add(new UnlabelledText(id.get(), text));
        }
      }
    } catch (IOException e) {
      throw new InvalidDataException(folder, "cannot be read", "check that it may be read", e);
    }
  }

  private static Optional<String> id(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String decoded(Path source, String id, byte[] bytes) {
    return ReviewText.decode(source, ReviewText.printable(id) + ".txt", bytes);
  }
}
