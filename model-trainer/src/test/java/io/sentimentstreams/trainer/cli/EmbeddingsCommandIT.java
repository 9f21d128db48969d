package io.sentimentstreams.trainer.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.embedding.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsCommandIT {

  /** Words of two topics, which never occur together. */
  private static final String FOOD = "bread butter cheese apple";

  private static final String SHIPS = "sail anchor mast harbour";

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews;

  @BeforeEach
  void writeReviews() throws IOException {
    reviews = folder.resolve("reviews.csv");
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 150; i++) {
      rows.append(rotated(FOOD, i)).append(",1\n").append(rotated(SHIPS, i)).append(",0\n");
    }
    Files.writeString(reviews, rows);
  }

  private static String rotated(String words, int by) {
    int cut = words.indexOf(' ') + 1;
    return by % 4 == 0
        ? words
        : rotated(words.substring(cut) + " " + words.substring(0, cut - 1), by % 4 - 1);
  }

  @Test
  void wordsOfOneTopicAreCloserThanWordsOfTwo() {
    Path file = folder.resolve("vectors.txt");
    String printed = learn(file, 20);

    assertThat(printed).contains("300 reviews, 1200 words").contains("8 embeddings of width 8");
    Map<String, float[]> vectors = read(file);
    assertThat(vectors).containsOnlyKeys((FOOD + " " + SHIPS).split(" ", -1));
    assertThat(cosine(vectors, "bread", "cheese")).isGreaterThan(cosine(vectors, "bread", "mast"));
    assertThat(cosine(vectors, "sail", "anchor")).isGreaterThan(cosine(vectors, "sail", "apple"));
  }

  @Test
  void oneWorkerTrainsTheSameEmbeddingsAgain() throws IOException {
    Path first = folder.resolve("first.txt");
    Path second = folder.resolve("second.txt");
    learn(first, 2);
    learn(second, 2);
    assertThat(second).hasSameTextualContentAs(first);
  }

  @Test
  void trainAcceptsTheFile() {
    Path file = folder.resolve("vectors.txt");
    learn(file, 1);
    String printed =
        commands.succeed(
            "train",
            "--data",
            reviews,
            "--out",
            folder.resolve("model"),
            "--cell",
            "none",
            "--pooling",
            "average",
            "--epochs",
            "1",
            "--workers",
            "1",
            "--pretrained-embeddings",
            file);
    assertThat(printed).contains("width 8 (fine-tuned)", "8 of 8 words (100.0 %), 100.0 %");
  }

  @Test
  void anExistingFileIsKept() throws IOException {
    Path file = folder.resolve("vectors.txt");
    Files.writeString(file, "mine");
    assertThat(commands.run("embeddings", "--data", reviews, "--out", file)).isEqualTo(2);
    assertThat(commands.err()).contains(file.toString(), "--overwrite");
    assertThat(file).hasContent("mine");
  }

  private String learn(Path file, int epochs) {
    return commands.succeed(
        "embeddings",
        "--data",
        reviews,
        "--out",
        file,
        "--embedding-dim",
        "8",
        "--epochs",
        epochs,
        "--sampling",
        "0",
        "--workers",
        "1");
  }

  private static Map<String, float[]> read(Path file) {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    new VectorFile(file).forEach(token -> true, vectors::put);
    return vectors;
  }

  private static double cosine(Map<String, float[]> vectors, String first, String second) {
    float[] x = requireNonNull(vectors.get(first));
    float[] y = requireNonNull(vectors.get(second));
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  }

  private static double dot(float[] x, float[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (double) x[i] * y[i];
    }
    return sum;
  }
}
