package io.sentimentstreams.trainer.vectorize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.trainer.data.InvalidDataException;

/** What stands on lines of JSON. */
public final class JsonLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonLines() {}

  /**
   * A text: a string, or an object with a string named {@code text}.
   *
   * @throws InvalidDataException if the line is something else
   */
  public static String text(Lines.Line line) {
    JsonNode node = parse(line);
    JsonNode text = node.isObject() ? node.path("text") : node;
    if (!text.isTextual()) {
      throw line.rejected(
          "it is neither a JSON string nor an object with a string named text",
          "write a text as \"...\" or {\"text\": \"...\"}");
    }
    return text.textValue();
  }

  /**
   * A sequence: an array of numbers.
   *
   * @throws InvalidDataException if the line is something else
   */
  public static double[] sequence(Lines.Line line) {
    JsonNode node = parse(line);
    double[] numbers = new double[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.path(i);
      if (!number.isNumber()) {
        throw noSequence(line);
      }
      numbers[i] = number.doubleValue();
    }
    if (!node.isArray()) {
      throw noSequence(line);
    }
    return numbers;
  }

  private static InvalidDataException noSequence(Lines.Line line) {
    return line.rejected("it is no JSON array of numbers", "write a sequence as [1, 2, 3]");
  }

  private static JsonNode parse(Lines.Line line) {
    try {
      return MAPPER.readTree(line.text());
    } catch (JsonProcessingException e) {
      throw line.rejected(
          "it is no JSON (" + e.getOriginalMessage() + ")", "write one JSON value on each line");
    }
  }
}
