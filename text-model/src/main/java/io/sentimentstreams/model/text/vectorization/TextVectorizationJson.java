package io.sentimentstreams.model.text.vectorization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writer and reader of {@code TextVectorization} layers as JSON: a class name and the configuration
 * of Keras' {@code get_config} with the vocabulary. {@code TextVectorization.from_config} accepts
 * the configuration. Characters beyond ASCII are escaped. Thread-safe.
 */
public final class TextVectorizationJson {

  /** Class name of the layer in JSON. */
  public static final String CLASS_NAME = "TextVectorization";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String WRITE =
      "Write the file with json.dump(layer.get_config(), file) in Python";

  /** Names of output modes before TensorFlow 2.6. */
  private static final Map<String, String> OLD_MODES =
      Map.of("binary", "multi_hot", "tf-idf", "tf_idf");

  /** Name of the constants that stand for Python's None. */
  private static final String NONE = "NONE";

  private TextVectorizationJson() {}

  /** Returns a layer with its vocabulary as JSON. */
  public static String write(TextVectorization layer) {
    TextVectorizationSettings settings = layer.settings();
    VectorOutput output = settings.output();
    ObjectNode config = MAPPER.createObjectNode();
    config.put("max_tokens", settings.maxTokens().orElse(null));
    put(config, "standardize", settings.standardization());
    put(config, "split", settings.splitting());
    if (settings.ngrams().isEmpty()) {
      config.putNull("ngrams");
    } else {
      ArrayNode ngrams = config.putArray("ngrams");
      settings.ngrams().forEach(ngrams::add);
    }
    config.put("output_mode", lowerCase(output.mode()));
    config.put("output_sequence_length", output.sequenceLength().orElse(null));
    config.put("pad_to_max_tokens", output.padToMaxTokens());
    config.put("sparse", false);
    config.put("ragged", output.ragged());
    ArrayNode vocabulary = config.putArray("vocabulary");
    layer.specialTokens().forEach(vocabulary::add);
    layer.vocabulary().forEach(vocabulary::add);
    if (output.mode() == OutputMode.TF_IDF) {
      ArrayNode weights = config.putArray("idf_weights");
      for (float weight : layer.weights()) {
        weights.add(weight);
      }
    } else {
      config.putNull("idf_weights");
    }
    config.put("encoding", "utf-8");
    ObjectNode root = MAPPER.createObjectNode();
    root.put("class_name", CLASS_NAME);
    root.set("config", config);
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new AssertionError("words and numbers can be written", e);
    }
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode config, String field, Enum<?> choice) {
    if (choice.name().equals(NONE)) {
      config.putNull(field);
    } else {
      config.put(field, lowerCase(choice));
    }
  }

  /** Returns whether JSON has the class name of this layer. The rest is not read. */
  public static boolean isNamedIn(String json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = "class_name".equals(parser.currentName());
        parser.nextToken();
        if (found) {
          return CLASS_NAME.equals(parser.getText());
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a layer with its vocabulary.
   *
   * @throws InvalidTextVectorizationException if the JSON is not such a layer
   */
  public static TextVectorization read(String json) {
    return layer(config(json), new LayerState(Optional.empty(), Optional.empty()));
  }

  /**
   * Returns the configuration in JSON: an object that {@code get_config} returned, or one with a
   * class name around it.
   *
   * @throws InvalidTextVectorizationException if there is no configuration
   */
  public static JsonNode config(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidTextVectorizationException(
          "the document is not JSON: " + e.getOriginalMessage(), WRITE);
    }
    JsonNode name = root.path("class_name");
    if (!name.isMissingNode() && !name.asText().equals(CLASS_NAME)) {
      throw new InvalidTextVectorizationException(
          "class_name is " + ConfigFields.shown(name), WRITE);
    }
    JsonNode config = name.isMissingNode() ? root : root.path("config");
    if (!config.isObject()) {
      throw new InvalidTextVectorizationException("there is no configuration", WRITE);
    }
    return config;
  }

  /**
   * Reads the arguments of a layer. A missing argument has Keras' default.
   *
   * @throws InvalidTextVectorizationException if an argument is not supported
   */
  public static TextVectorizationSettings settings(JsonNode config) {
    ConfigFields fields = new ConfigFields(config);
    String encoding = fields.value("encoding").map(JsonNode::asText).orElse("utf-8");
    if (!encoding.toLowerCase(Locale.ROOT).replace("-", "").equals("utf8")) {
      throw new InvalidTextVectorizationException(
          "encoding is " + encoding, "Use the encoding utf-8");
    }
    try {
      return new TextVectorizationSettings(
          choice(fields, "standardize", Standardization.class, "lower_and_strip_punctuation"),
          choice(fields, "split", Splitting.class, "whitespace"),
          fields.ngrams(),
          fields.integer("max_tokens"),
          new VectorOutput(
              choice(fields, "output_mode", OutputMode.class, "int"),
              fields.integer("output_sequence_length"),
              fields.flag("pad_to_max_tokens"),
              fields.flag("ragged")));
    } catch (IllegalArgumentException e) {
      throw new InvalidTextVectorizationException(
          String.valueOf(e.getMessage()), "Use arguments that Keras accepts");
    }
  }

  /**
   * Returns a layer.
   *
   * @param config arguments, with the vocabulary if the state has none
   * @param state vocabulary and weights that are not in the configuration
   * @throws InvalidTextVectorizationException if an argument is not supported, or there is no
   *     vocabulary
   */
  public static TextVectorization layer(JsonNode config, LayerState state) {
    return state.layer(settings(config), new ConfigFields(config));
  }

  private static <E extends Enum<E>> E choice(
      ConfigFields fields, String field, Class<E> type, String byDefault) {
    JsonNode node = fields.config().get(field);
    if (node != null && node.isNull() && !field.equals("output_mode")) {
      return Enum.valueOf(type, NONE);
    }
    if (node != null && !node.isTextual()) {
      throw custom(field, node, type);
    }
    String typed = node == null ? byDefault : node.textValue();
    String name = OLD_MODES.getOrDefault(typed, typed);
    for (E each : type.getEnumConstants()) {
      if (lowerCase(each).equals(name) && !each.name().equals(NONE)) {
        return each;
      }
    }
    throw custom(field, node == null ? fields.config() : node, type);
  }

  /** Returns an exception for a Python function or an unknown word, which can name a function. */
  private static InvalidTextVectorizationException custom(
      String field, JsonNode node, Class<? extends Enum<?>> type) {
    List<String> known =
        List.of(type.getEnumConstants()).stream()
            .map(each -> each.name().equals(NONE) ? "None" : lowerCase(each))
            .toList();
    String remedy = "Use " + String.join(", ", known);
    if (node.isTextual() || field.equals("output_mode")) {
      return new InvalidTextVectorizationException(
          "%s %s is not supported".formatted(field, ConfigFields.shown(node)), remedy);
    }
    return new InvalidTextVectorizationException(
        "%s is the custom function %s".formatted(field, functionName(node)),
        remedy + ", and change texts before the model");
  }

  private static String functionName(JsonNode node) {
    JsonNode name = node.path("config").isTextual() ? node.path("config") : node.path("class_name");
    return name.isTextual() ? name.textValue() : ConfigFields.shown(node);
  }
}
