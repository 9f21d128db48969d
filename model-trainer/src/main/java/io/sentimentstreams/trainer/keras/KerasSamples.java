package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.JsonProblem;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Comparison of a bundle's scores with sample scores from Keras. A sample file has JSON lines:
 * {@code {"text": "...", "score": 0.93}} or {@code {"ids": [0, 0, 12, 7], "score": 0.93}}, with
 * token indices as in Keras, including padding. The score of a model with softmax units is an array
 * of class probabilities.
 */
public final class KerasSamples {

  /** Maximum absolute difference of a score. */
  public static final double TOLERANCE = 1e-5;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String LINE_FORMAT =
      "Write lines such as {\"text\": \"...\", \"score\": 0.93} or {\"ids\": [0, 12], \"score\": 0.93}";
  private static final String SAME_SETTINGS =
      "Use the tokenizer, --max-length, --padding and --truncating of the sample scores";

  private static final int MAX_LINE_BYTES = 1 << 20;

  private KerasSamples() {}

  /**
   * Result of a comparison.
   *
   * @param samples number of samples, at least 1
   * @param largestDifference maximum absolute difference of a score, 0 to {@link #TOLERANCE}
   */
  public record Agreement(int samples, double largestDifference) {}

  /**
   * Compares a bundle's scores with a sample file.
   *
   * @param file JSON lines in UTF-8, or in UTF-16 with a byte order mark
   * @throws InvalidKerasModelException if a score differs by more than {@link #TOLERANCE}, or a
   *     line is not a sample
   */
  public static Agreement check(Bundle bundle, Path file) {
    TextScorer texts = bundle.newScorer();
    Scorer ids = PackedModel.of(bundle.model()).newScorer();
    int outputs = bundle.model().network().output().units();
    int number = 0;
    double largest = 0;
    TextFile samples = new TextFile(file, TextContent.SAMPLES, Encoding.UNICODE);
    try (TextStream in = samples.open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        largest = Math.max(largest, difference(parse(line.get()), outputs, texts, ids));
      }
      if (number == 0) {
        throw new UnsupportedKerasModelException("the file is empty", LINE_FORMAT);
      }
      return new Agreement(number, largest);
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(
          file, "line %d: %s".formatted(number, e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw new InvalidKerasModelException(file, "not readable (" + e + ")", "Check the path", e);
    }
  }

  private static JsonNode parse(TextLines.Line line) {
    if (line.problem().isPresent()) {
      throw new UnsupportedKerasModelException(
          line.problem().get().description(), "Write lines of at most 1 MiB in UTF-8");
    }
    try {
      return MAPPER.readTree(line.text());
    } catch (JsonProcessingException e) {
      throw new UnsupportedKerasModelException(JsonProblem.of(e), LINE_FORMAT);
    }
  }

  private static double difference(JsonNode sample, int outputs, TextScorer texts, Scorer scorer) {
    List<Double> score = score(sample.path("score"));
    if (score.size() != outputs) {
      throw new UnsupportedKerasModelException(
          "%d scores, the model has %d outputs".formatted(score.size(), outputs), LINE_FORMAT);
    }
    List<Double> found =
        sample.path("text").isTextual()
            ? GoldenScore.of(texts, outputs, sample.path("text").textValue()).outputs()
            : found(scorer, outputs, sample.path("ids"));
    double difference = 0;
    for (int i = 0; i < outputs; i++) {
      difference = Math.max(difference, Math.abs(found.get(i) - score.get(i)));
    }
    if (!(difference <= TOLERANCE)) {
      throw new UnsupportedKerasModelException(
          "the score is %s in Keras and %s in the bundle"
              .formatted(sample.path("score"), outputs == 1 ? found.get(0) : found),
          SAME_SETTINGS);
    }
    return difference;
  }

  private static List<Double> score(JsonNode score) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : score.isArray() ? score : List.of(score)) {
      if (!number.isNumber()) {
        throw new UnsupportedKerasModelException("no score", LINE_FORMAT);
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  private static List<Double> found(Scorer scorer, int outputs, JsonNode ids) {
    int[] indices = indices(ids);
    double[] probabilities = new double[Math.max(2, outputs)];
    try {
      scorer.classify(indices, indices.length, probabilities);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(String.valueOf(e.getMessage()), LINE_FORMAT);
    }
    return outputs == 1 ? List.of(probabilities[1]) : Arrays.stream(probabilities).boxed().toList();
  }

  private static int[] indices(JsonNode ids) {
    if (!ids.isArray()) {
      throw new UnsupportedKerasModelException("neither text nor ids", LINE_FORMAT);
    }
    int[] indices = new int[ids.size()];
    for (int i = 0; i < indices.length; i++) {
      if (!ids.get(i).isInt()) {
        throw new UnsupportedKerasModelException(
            "index %s is not an integer".formatted(ids.get(i)), LINE_FORMAT);
      }
      indices[i] = ids.get(i).intValue();
    }
    return indices;
  }
}
