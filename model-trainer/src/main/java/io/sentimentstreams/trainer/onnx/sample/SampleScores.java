package io.sentimentstreams.trainer.onnx.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.onnx.vocabulary.InvalidVocabularyException;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenIndices;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Comparison of a bundle's scores with sample scores of the original model. A sample file has JSON
 * lines: {@code {"text": "...", "score": 0.93}} or {@code {"ids": [12, 7], "score": 0.93}}, with
 * token indices of the model. The score of a model with softmax units is an array of class
 * probabilities.
 */
public final class SampleScores {

  /** Maximum absolute difference of a score. */
  public static final double TOLERANCE = 1e-5;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String LINE_FORMAT =
      "Write lines such as {\"text\": \"...\", \"score\": 0.93} or {\"ids\": [12, 7], \"score\": 0.93}";
  private static final String SAME_SETTINGS =
      "Use probabilities, and the vocabulary, token rules, --max-length and --padding of the sample scores";

  private final TokenIndices indices;
  private final boolean padded;
  private final int outputs;
  private final TextScorer texts;
  private final Scorer ids;

  private SampleScores(Bundle bundle, TokenIndices indices) {
    this.indices = indices;
    padded = !bundle.model().network().embedding().maskZero();
    outputs = bundle.model().network().output().units();
    texts = bundle.newScorer();
    ids = PackedModel.of(bundle.model()).newScorer();
  }

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
   * @param file JSON lines in UTF-8
   * @throws InvalidDataException if a score differs by more than {@link #TOLERANCE}, or a line is
   *     not a sample
   */
  public static Agreement check(Bundle bundle, TokenIndices indices, Path file) {
    SampleScores samples = new SampleScores(bundle, indices);
    int number = 0;
    int compared = 0;
    double largest = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          largest = Math.max(largest, samples.difference(parse(line)));
          compared++;
        }
      }
      if (compared == 0) {
        throw new InvalidSampleException("the file is empty", LINE_FORMAT);
      }
      return new Agreement(compared, largest);
    } catch (InvalidSampleException e) {
      throw new InvalidDataException(
          file, "line %d: %s".formatted(number, e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw new InvalidDataException(file, "not readable (" + e + ")", "Check the path", e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new InvalidSampleException("malformed JSON: " + e.getOriginalMessage(), LINE_FORMAT);
    }
  }

  private double difference(JsonNode sample) {
    List<Double> expected = score(sample.path("score"));
    if (expected.size() != outputs) {
      throw new InvalidSampleException(
          "%d scores, the model has %d outputs".formatted(expected.size(), outputs), LINE_FORMAT);
    }
    List<Double> found =
        sample.path("text").isTextual()
            ? GoldenScore.of(texts, outputs, sample.path("text").textValue()).outputs()
            : found(sample.path("ids"));
    double difference = 0;
    for (int i = 0; i < outputs; i++) {
      difference = Math.max(difference, Math.abs(found.get(i) - expected.get(i)));
    }
    if (!(difference <= TOLERANCE)) {
      throw new InvalidSampleException(
          "the score is %s in the file and %s in the bundle"
              .formatted(sample.path("score"), outputs == 1 ? found.get(0) : found),
          SAME_SETTINGS);
    }
    return difference;
  }

  private static List<Double> score(JsonNode score) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : score.isArray() ? score : List.of(score)) {
      if (!number.isNumber()) {
        throw new InvalidSampleException("no score", LINE_FORMAT);
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  private List<Double> found(JsonNode node) {
    int[] sequence = sequence(node);
    double[] probabilities = new double[Math.max(2, outputs)];
    try {
      ids.classify(sequence, sequence.length, probabilities);
    } catch (IllegalArgumentException e) {
      throw new InvalidSampleException(String.valueOf(e.getMessage()), LINE_FORMAT);
    }
    return outputs == 1 ? List.of(probabilities[1]) : Arrays.stream(probabilities).boxed().toList();
  }

  private int[] sequence(JsonNode node) {
    if (!node.isArray()) {
      throw new InvalidSampleException("neither text nor ids", LINE_FORMAT);
    }
    int[] original = new int[node.size()];
    for (int i = 0; i < original.length; i++) {
      if (!node.get(i).isInt()) {
        throw new InvalidSampleException(
            "index %s is not an integer".formatted(node.get(i)), LINE_FORMAT);
      }
      original[i] = node.get(i).intValue();
    }
    try {
      int[] sequence = indices.indices(original);
      return padded ? sequence : Arrays.stream(sequence).filter(index -> index != 0).toArray();
    } catch (InvalidVocabularyException e) {
      throw new InvalidSampleException(String.valueOf(e.getMessage()), e.remedy());
    }
  }
}
