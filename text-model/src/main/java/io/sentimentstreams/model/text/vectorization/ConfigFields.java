package io.sentimentstreams.model.text.vectorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a layer's configuration with their types checked. A missing field has Keras' default.
 *
 * @param config object that {@code get_config} returns
 */
record ConfigFields(JsonNode config) {

  private static final String CHECK = "Write the configuration with layer.get_config()";
  private static final int MAX_SHOWN = 80;

  /** Returns a field; empty if it is missing or null. */
  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(config.get(field)).filter(node -> !node.isNull());
  }

  /** Returns an integer; empty if it is missing or null. */
  Optional<Integer> integer(String field) {
    return value(field).map(node -> integer(field, node));
  }

  /** Returns a flag; false if it is missing or null. */
  boolean flag(String field) {
    JsonNode node = value(field).orElse(null);
    if (node != null && !node.isBoolean()) {
      throw wrong(field, node, "true or false");
    }
    return node != null && node.booleanValue();
  }

  /** Returns the sizes of n-grams: an integer means all sizes up to it. */
  List<Integer> ngrams() {
    JsonNode node = value("ngrams").map(ConfigFields::unwrapped).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      int most = integer("ngrams", node);
      if (most < 1 || most > TextVectorizationSettings.MAX_NGRAM) {
        throw wrong("ngrams", node, "1 to " + TextVectorizationSettings.MAX_NGRAM);
      }
      return TextVectorizationSettings.upTo(most);
    }
    List<Integer> sizes = new ArrayList<>();
    node.forEach(size -> sizes.add(integer("ngrams", size)));
    if (sizes.isEmpty()) {
      throw wrong("ngrams", node, "at least one size");
    }
    return sizes;
  }

  /** Returns a list of strings; empty if the field is missing or null. */
  Optional<List<String>> strings(String field) {
    return value(field)
        .map(ConfigFields::unwrapped)
        .map(
            node -> {
              requireArray(field, node);
              List<String> strings = new ArrayList<>(node.size());
              for (JsonNode each : node) {
                if (!each.isTextual()) {
                  throw wrong(field, each, "strings");
                }
                strings.add(each.textValue());
              }
              return strings;
            });
  }

  /** Returns a list of numbers; empty if the field is missing or null. */
  Optional<double[]> numbers(String field) {
    return value(field)
        .map(ConfigFields::unwrapped)
        .map(
            node -> {
              requireArray(field, node);
              double[] numbers = new double[node.size()];
              for (int i = 0; i < numbers.length; i++) {
                if (!node.get(i).isNumber()) {
                  throw wrong(field, node.get(i), "numbers");
                }
                numbers[i] = node.get(i).doubleValue();
              }
              return numbers;
            });
  }

  private static void requireArray(String field, JsonNode node) {
    if (!node.isArray()) {
      throw wrong(field, node, "a list");
    }
  }

  /** Returns the list inside a tuple that Keras 3 wrote. */
  private static JsonNode unwrapped(JsonNode node) {
    return node.path("class_name").asText().equals("__tuple__") ? node.at("/config/value") : node;
  }

  private static int integer(String field, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw wrong(field, node, "an integer");
    }
    return node.intValue();
  }

  /** Returns an exception for a value of another type or range. */
  static InvalidTextVectorizationException wrong(String field, JsonNode node, String expected) {
    return new InvalidTextVectorizationException(
        "%s must be %s, was %s".formatted(field, expected, shown(node)), CHECK);
  }

  /** Returns the start of a value. */
  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }
}
