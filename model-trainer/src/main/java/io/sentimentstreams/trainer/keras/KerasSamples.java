package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.ActivationFunctions;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.JsonLineProblem;
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
import java.util.stream.IntStream;

/**
 * Comparison of a bundle's scores with sample scores from Keras. A sample file has JSON lines:
 * {@code {"text": "...", "score": 0.93}} or {@code {"ids": [0, 0, 12, 7], "score": 0.93}}, with
 * token indices as in Keras, including padding. The score of a model with softmax units is an array
 * of class probabilities. Scores of a model whose outputs are logits are logits or probabilities.
 */
public final class KerasSamples {

  /** Reads NaN and infinity as Python writes them, to reject them by name. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String LINE_FORMAT =
      "Write lines such as {\"text\": \"...\", \"score\": 0.93} or {\"ids\": [0, 12], \"score\": 0.93}";
  private static final String SAME_WEIGHTS =
      "Use the file of the model that computed the scores, and the ids that model.predict received";

  private static final int MAX_LINE_BYTES = 1 << 20;

  private final Bundle bundle;
  private final double tolerance;
  private final KerasOutput form;
  private final int outputs;
  private final TextScorer texts;
  private final Scorer ids;
  private final List<KerasTextSample> read = new ArrayList<>();

  private KerasSamples(Bundle bundle, double tolerance, KerasOutput form) {
    this.bundle = bundle;
    this.tolerance = tolerance;
    this.form = form;
    outputs = bundle.model().network().output().units();
    texts = bundle.newScorer();
    ids = PackedModel.of(bundle.model()).newScorer();
  }

  /**
   * Result of a comparison.
   *
   * @param samples number of samples, at least 1
   * @param largestDifference maximum absolute difference of a probability
   */
  public record Agreement(int samples, double largestDifference) {}

  /**
   * Compares a bundle's scores with a sample file.
   *
   * @param keras the bundle's model, as imported
   * @param file JSON lines in UTF-8, or in UTF-16 with a byte order mark
   * @throws InvalidKerasModelException if a score differs by more than 1e-5 (more for models that
   *     compute in 16-bit floats), or a line is not a sample
   */
  public static Agreement check(Bundle bundle, KerasModel keras, Path file) {
    double tolerance = keras.predictions().tolerance();
    if (keras.predictions().output() == KerasOutput.PROBABILITIES) {
      return new KerasSamples(bundle, tolerance, KerasOutput.PROBABILITIES).check(file);
    }
    try {
      return new KerasSamples(bundle, tolerance, KerasOutput.LOGITS).check(file);
    } catch (InvalidKerasModelException e) {
      try {
        return new KerasSamples(bundle, tolerance, KerasOutput.PROBABILITIES).check(file);
      } catch (InvalidKerasModelException alsoNoProbabilities) {
        throw e;
      }
    }
  }

  private Agreement check(Path file) {
    int number = 0;
    int samples = 0;
    double largest = 0;
    TextFile samplesFile = new TextFile(file, TextContent.SAMPLES, Encoding.UNICODE);
    try (TextStream in = samplesFile.open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        if (line.get().problem().isPresent() || !line.get().text().isBlank()) {
          samples++;
          largest = Math.max(largest, difference(parse(line.get())));
        }
      }
      if (samples == 0) {
        throw new UnsupportedKerasModelException("the file has no samples", LINE_FORMAT);
      }
      return new Agreement(samples, largest);
    } catch (DifferentTextException e) {
      throw new InvalidKerasModelException(
          file,
          "line %d: %s".formatted(number, e.getMessage()),
          new KerasTextSettings(bundle, tolerance).remedy(more(file)),
          e);
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(
          file, "line %d: %s".formatted(number, e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw new InvalidKerasModelException(file, "not readable (" + e + ")", "Check the path", e);
    }
  }

  /** The score of a text differs; not its message but the remedy depends on the other texts. */
  private static final class DifferentTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DifferentTextException(String message) {
      super(message);
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
      throw new UnsupportedKerasModelException(JsonLineProblem.of(e), LINE_FORMAT);
    }
  }

  private double difference(JsonNode sample) {
    List<Double> expected = probabilities(sample.path("score"));
    boolean isText = sample.path("text").isTextual();
    List<Double> found =
        isText
            ? GoldenScore.of(texts, outputs, sample.path("text").textValue()).outputs()
            : found(sample.path("ids"));
    double difference = KerasTextSample.difference(expected, found);
    if (!(difference <= tolerance)) {
      String message =
          "the score is %s in Keras and %s in the bundle"
              .formatted(sample.path("score"), outputs == 1 ? found.get(0) : found);
      if (isText) {
        throw new DifferentTextException(message);
      }
      throw new UnsupportedKerasModelException(message, SAME_WEIGHTS);
    }
    return difference;
  }

  /** Returns the first texts of a file with their expected probabilities. */
  private List<KerasTextSample> more(Path file) {
    try (TextStream in = new TextFile(file, TextContent.SAMPLES, Encoding.UNICODE).open()) {
      TextLines lines = new TextLines(in, MAX_LINE_BYTES);
      for (Optional<TextLines.Line> line = lines.next();
          line.isPresent() && read.size() < KerasTextSettings.MAX_TEXTS;
          line = lines.next()) {
        JsonNode sample = line.get().text().isBlank() ? MAPPER.nullNode() : parse(line.get());
        if (sample.path("text").isTextual()) {
          List<Double> expected = probabilities(sample.path("score"));
          read.add(new KerasTextSample(sample.path("text").textValue(), expected));
        }
      }
      return read;
    } catch (UnsupportedKerasModelException | IOException e) {
      return List.of();
    }
  }

  private List<Double> probabilities(JsonNode score) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : score.isArray() ? score : List.of(score)) {
      if (!number.isNumber()) {
        throw new UnsupportedKerasModelException("no score", LINE_FORMAT);
      }
      if (!Double.isFinite(number.doubleValue())) {
        throw new UnsupportedKerasModelException(
            "the score of Keras is %s".formatted(number.asText()),
            "Remove the line: Keras has no score for it, for example because it averages no"
                + " timesteps");
      }
      numbers.add(number.doubleValue());
    }
    if (numbers.size() != outputs) {
      throw new UnsupportedKerasModelException(
          "%d scores, the model has %d outputs".formatted(numbers.size(), outputs), LINE_FORMAT);
    }
    if (form == KerasOutput.PROBABILITIES) {
      return numbers;
    }
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    if (outputs == 1) {
      return List.of(ActivationFunctions.sigmoid(values[0]));
    }
    ActivationFunctions.softmax(values);
    return Arrays.stream(values).boxed().toList();
  }

  private List<Double> found(JsonNode sample) {
    int[] indices = indices(sample);
    double[] probabilities = new double[Math.max(2, outputs)];
    try {
      ids.classify(indices, indices.length, probabilities);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(String.valueOf(e.getMessage()), LINE_FORMAT);
    }
    return outputs == 1 ? List.of(probabilities[1]) : Arrays.stream(probabilities).boxed().toList();
  }

  private static int[] indices(JsonNode sample) {
    if (!sample.isArray()) {
      throw new UnsupportedKerasModelException("neither text nor ids", LINE_FORMAT);
    }
    return IntStream.range(0, sample.size()).map(i -> index(sample.get(i))).toArray();
  }

  private static int index(JsonNode index) {
    if (!index.isInt()) {
      throw new UnsupportedKerasModelException(
          "index %s is not an integer".formatted(index), LINE_FORMAT);
    }
    return index.intValue();
  }
}
