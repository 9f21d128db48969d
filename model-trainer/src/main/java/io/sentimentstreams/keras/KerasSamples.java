package io.sentimentstreams.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.bundle.Bundle;
import io.sentimentstreams.scoring.PackedModel;
import io.sentimentstreams.scoring.Scorer;
import io.sentimentstreams.scoring.TextScorer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts or token indices with the scores that Keras gave them, as lines of JSON: {@code {"text":
 * "...", "score": 0.93}} or {@code {"ids": [0, 0, 12, 7], "score": 0.93}}, the indices as Keras was
 * given them, padding included.
 */
public final class KerasSamples {

  /** How far a score may be from Keras'. */
  public static final double TOLERANCE = 1e-5;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String LINE =
      "write lines such as {\"text\": \"...\", \"score\": 0.93} or {\"ids\": [0, 12], \"score\":"
          + " 0.93}";
  private static final String SETTINGS =
      "give the tokenizer, --max-length, --padding and --truncating that the scores were made with";

  private KerasSamples() {}

  /**
   * What comparing came to.
   *
   * @param samples how many were compared, at least 1
   * @param largestDifference of a score to Keras', 0 to {@link #TOLERANCE}
   */
  public record Agreement(int samples, double largestDifference) {}

  /**
   * Compares a bundle's scores with Keras'.
   *
   * @param file the lines, UTF-8
   * @throws KerasRejected if a score differs by more than {@link #TOLERANCE}, or a line is no
   *     sample
   */
  public static Agreement check(Bundle bundle, Path file) {
    TextScorer texts = bundle.newScorer();
    Scorer ids = PackedModel.of(bundle.model()).newScorer();
    int number = 0;
    double largest = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        largest = Math.max(largest, difference(parse(line), texts, ids));
      }
      if (number == 0) {
        throw new Unfit("it is empty", LINE);
      }
      return new Agreement(number, largest);
    } catch (Unfit e) {
      throw new KerasRejected(file, "line %d: %s".formatted(number, e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw new KerasRejected(file, "it cannot be read (" + e + ")", "check the path", e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new Unfit("it is no JSON: " + e.getOriginalMessage(), LINE);
    }
  }

  private static double difference(JsonNode sample, TextScorer texts, Scorer scorer) {
    JsonNode score = sample.path("score");
    if (!score.isNumber()) {
      throw new Unfit("it has no score", LINE);
    }
    double found =
        sample.path("text").isTextual()
            ? texts.score(sample.path("text").textValue()).score()
            : score(scorer, sample.path("ids"));
    double difference = Math.abs(found - score.doubleValue());
    if (!(difference <= TOLERANCE)) {
      throw new Unfit("Keras gave %s, the bundle gives %s".formatted(score, found), SETTINGS);
    }
    return difference;
  }

  private static double score(Scorer scorer, JsonNode ids) {
    if (!ids.isArray()) {
      throw new Unfit("it has neither a text nor ids", LINE);
    }
    int[] indices = new int[ids.size()];
    for (int i = 0; i < indices.length; i++) {
      if (!ids.get(i).isInt()) {
        throw new Unfit("index %s is no whole number".formatted(ids.get(i)), LINE);
      }
      indices[i] = ids.get(i).intValue();
    }
    try {
      return scorer.score(indices, indices.length);
    } catch (IllegalArgumentException e) {
      throw new Unfit(String.valueOf(e.getMessage()), LINE);
    }
  }
}
