package io.sentimentstreams.quickstart.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Reads reviews in the layout of the IMDB data set: one text file per review, in the folders {@code
 * pos} and {@code neg}.
 */
public final class ReviewFolder {

  private static final long SEED = 1;

  private ReviewFolder() {}

  /**
   * Reads reviews in a mixed order, which is the same each time.
   *
   * @param folder the folder with {@code pos} and {@code neg}, or the root of the data set, of
   *     which the test part is read
   * @param limit the maximum number of reviews
   * @throws IOException if the folder has another layout or cannot be read
   */
  public static List<LabelledReview> read(Path folder, int limit) throws IOException {
    Path root = Files.isDirectory(folder.resolve("test/pos")) ? folder.resolve("test") : folder;
    List<Path> files = new ArrayList<>(texts(root, "pos"));
    files.addAll(texts(root, "neg"));
    Collections.shuffle(files, new Random(SEED));
    List<LabelledReview> reviews = new ArrayList<>();
    for (Path file : files.subList(0, Math.min(limit, files.size()))) {
      reviews.add(review(file));
    }
    return reviews;
  }

  private static List<Path> texts(Path root, String label) throws IOException {
    Path folder = root.resolve(label);
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "The folder "
              + root
              + " has no folder '"
              + label
              + "'. Expected pos and neg with one .txt file per review.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> texts = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
      if (texts.isEmpty()) {
        throw new IOException(
            "The folder " + folder + " has no .txt files. Expected one per review.");
      }
      return texts;
    }
  }

  private static LabelledReview review(Path file) throws IOException {
    String label = String.valueOf(file.getName(file.getNameCount() - 2));
    String name = String.valueOf(file.getFileName()).replace(".txt", "");
    return new LabelledReview(
        label + "/" + name,
        "unknown",
        Optional.of(label.equals("pos") ? "POSITIVE" : "NEGATIVE"),
        Files.readString(file, StandardCharsets.UTF_8),
        Optional.empty());
  }
}
