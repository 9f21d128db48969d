package io.sentimentstreams.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reviews that the quickstart publishes. */
final class SampleReviews {

  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root")).resolve("quickstart-app/src/main/resources");

  private SampleReviews() {}

  /** Returns the English texts in the order of the file. */
  static List<String> texts() throws IOException {
    return texts("sample-reviews.jsonl");
  }

  /** Returns the Korean texts. */
  static List<String> korean() throws IOException {
    return texts("korean-reviews.jsonl");
  }

  /** Returns the texts in languages without a shipped model. */
  static List<String> otherLanguages() throws IOException {
    return texts("other-language-reviews.jsonl");
  }

  private static List<String> texts(String file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      texts.add(new ObjectMapper().readTree(line).path("text").asText());
    }
    return texts;
  }
}
