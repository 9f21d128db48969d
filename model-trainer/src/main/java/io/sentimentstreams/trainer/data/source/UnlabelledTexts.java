package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.file.Encoding;
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
 * Reviews without labels: the files {@code *.txt} of folders, and {@code unsup/*.txt} in tar
 * archives, as in the Large Movie Review Dataset. Like a {@link DataSource}, they are untrusted.
 * Immutable.
 *
 * @param texts the reviews in the order of the paths, and by id within a path
 * @param sha256 digest of ids and texts, 64 lower-case hex digits
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
   * Reads reviews. The result is deterministic.
   *
   * @param paths folders and archives ({@code .tar}, {@code .tar.gz}, {@code .tgz}, {@code
   *     .tar.xz}), each with at least one review
   * @param limit size of a random sample, at least 1; empty for all reviews
   * @throws InvalidDataException if a path has no reviews, or an invalid review
   */
  public static UnlabelledTexts read(List<Path> paths, Optional<Integer> limit, long seed) {
    List<UnlabelledText> texts = new ArrayList<>();
    paths.forEach(path -> texts.addAll(sorted(path)));
    List<UnlabelledText> kept = limit.map(size -> sample(texts, size, seed)).orElse(texts);
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
          "neither a folder nor an archive of reviews",
          "Use a folder of .txt files such as aclImdb/train/unsup, or a .tar, .tar.gz, .tgz or .tar.xz archive");
    }
    if (texts.isEmpty()) {
      throw new InvalidDataException(
          path,
          "no unlabelled reviews",
          "Add *.txt files to the folder, or use an archive with unsup/*.txt");
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
      throw new InvalidDataException(folder, "not readable", "Check the permissions", e);
    }
  }

  private static Optional<String> id(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String decoded(Path source, String id, byte[] bytes) {
    return ReviewDecoder.decode(source, PrintableText.of(id) + ".txt", bytes, Encoding.UNICODE);
  }
}
