package io.sentimentstreams.model.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writer and reader of tokenizers in the format of Keras' {@code Tokenizer.to_json} and {@code
 * tokenizer_from_json}. The maps inside {@code config} are JSON documents written as strings.
 * Characters beyond ASCII are escaped, so the text survives any encoding. Thread-safe.
 */
public final class KerasTokenizerJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private KerasTokenizerJson() {}

  /** Returns the tokenizer as JSON. */
  public static String write(Tokenizer tokenizer) {
    TokenizerSettings settings = tokenizer.settings();
    ObjectNode config = MAPPER.createObjectNode();
    config.put("num_words", settings.numWords().orElse(null));
    config.put("filters", settings.filters());
    config.put("lower", settings.lower());
    config.put("split", settings.split());
    config.put("char_level", settings.charLevel());
    config.put("oov_token", settings.oovToken().orElse(null));
    config.put("document_count", tokenizer.documentCount());
    config.put("word_counts", document(tokenizer.wordCounts()));
    config.put("word_docs", document(tokenizer.wordDocs()));
    config.put("index_docs", document(tokenizer.indexDocs()));
    config.put("index_word", document(tokenizer.indexWord()));
    config.put("word_index", document(tokenizer.wordIndex()));
    ObjectNode root = MAPPER.createObjectNode();
    root.put("class_name", "Tokenizer");
    root.set("config", config);
    return document(root);
  }

  private static String document(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError("maps of words and numbers can be written", e);
    }
  }

  /**
   * Reads a tokenizer. {@code index_word} and {@code index_docs} are ignored, because they follow
   * from the other fields.
   *
   * @throws InvalidTokenizerJsonException if the JSON is not a tokenizer
   */
  public static Tokenizer read(String json) {
    JsonNode root = parse("the document", json);
    JsonNode config = root.path("config");
    if (!config.isObject()) {
      throw new InvalidTokenizerJsonException("config", "must be an object");
    }
    try {
      TokenizerSettings settings =
          new TokenizerSettings(
              // Keras treats 0 words as no limit.
              optional(config, "num_words").map(JsonNode::intValue).filter(words -> words != 0),
              text(config, "filters"),
              required(config, "lower").asBoolean(),
              text(config, "split"),
              required(config, "char_level").asBoolean(),
              optional(config, "oov_token").map(JsonNode::textValue));
      return new Tokenizer(
          settings,
          indices(config),
          counts(config, "word_counts"),
          counts(config, "word_docs"),
          number("document_count", required(config, "document_count")));
    } catch (IllegalArgumentException e) {
      throw new InvalidTokenizerJsonException("config", String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, Integer> indices(JsonNode config) {
    Map<String, Integer> indices = counts(config, "word_index");
    Map<Integer, String> words = new LinkedHashMap<>();
    indices.forEach(
        (word, index) -> {
          String other = words.put(index, word);
          if (index < 1 || other != null) {
            throw new InvalidTokenizerJsonException(
                "word_index",
                other == null
                    ? "indices begin at 1, was %d for '%s'".formatted(index, word)
                    : "'%s' and '%s' share the index %d".formatted(other, word, index));
          }
        });
    return indices;
  }

  private static Map<String, Integer> counts(JsonNode config, String field) {
    JsonNode map = parse(field, text(config, field));
    if (!map.isObject()) {
      throw new InvalidTokenizerJsonException(field, "must be an object of words and numbers");
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    map.properties().forEach(entry -> counts.put(entry.getKey(), number(field, entry.getValue())));
    return counts;
  }

  private static int number(String field, JsonNode node) {
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
      throw new InvalidTokenizerJsonException(field, "must be a number of at least 0, was " + node);
    }
    return node.intValue();
  }

  private static JsonNode parse(String place, String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidTokenizerJsonException(place, "is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode required(JsonNode config, String field) {
    return optional(config, field)
        .orElseThrow(() -> new InvalidTokenizerJsonException(field, "is missing"));
  }

  private static String text(JsonNode config, String field) {
    JsonNode node = required(config, field);
    if (!node.isTextual()) {
      throw new InvalidTokenizerJsonException(field, "must be a string, was " + node);
    }
    return node.textValue();
  }

  private static Optional<JsonNode> optional(JsonNode config, String field) {
    return Optional.ofNullable(config.get(field)).filter(node -> !node.isNull());
  }
}
