package io.sentimentstreams.trainer.vectorize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.JsonLineProblem;

/** Parser of texts and sequences on JSON lines. */
public final class JsonLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonLines() {}

  /**
   * Returns a text: a JSON string, or the string {@code text} of an object.
   *
   * @throws InvalidDataException if the line is something else
   */
  public static String text(Lines.Line line) {
    JsonNode node = parse(line);
    JsonNode text = node.isObject() ? node.path("text") : node;
    if (!text.isTextual()) {
      throw line.rejected(
          "neither a JSON string nor an object with a string named text",
          "Write a text as \"...\" or {\"text\": \"...\"}");
    }
    return text.textValue();
  }

  /**
   * Returns a sequence: an array of numbers.
   *
   * @throws InvalidDataException if the line is something else
   */
  public static double[] sequence(Lines.Line line) {
    JsonNode node = parse(line);
    double[] numbers = new double[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.path(i);
      if (!number.isNumber()) {
        throw notASequence(line);
      }
      numbers[i] = number.doubleValue();
    }
    if (!node.isArray()) {
      throw notASequence(line);
    }
    return numbers;
  }

  private static InvalidDataException notASequence(Lines.Line line) {
    return line.rejected("not a JSON array of numbers", "Write a sequence as [1, 2, 3]");
  }

  private static JsonNode parse(Lines.Line line) {
    try {
      return MAPPER.readTree(line.text());
    } catch (JsonProcessingException e) {
      throw line.rejected(JsonLineProblem.of(e), "Write one JSON value per line");
    }
  }
}
