package io.sentimentstreams.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ordinary reviews that the quickstart publishes. */
final class SampleReviews {

  private static final Path FILE =
      Path.of(System.getProperty("repository.root"))
          .resolve("quickstart-app/src/main/resources/sample-reviews.jsonl");

  private SampleReviews() {}

  /** Returns the texts in the order of the file. */
  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      texts.add(new ObjectMapper().readTree(line).path("text").asText());
    }
    return texts;
  }
}
