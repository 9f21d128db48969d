package io.sentimentstreams.model.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.json.JsonProblem;
import io.sentimentstreams.model.text.KerasTokenizerJson.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reader of one tokenizer in the JSON of Keras. Confined to its thread. */
final class KerasTokenizerReader {

  /** Without duplicate detection: the maps of words detect duplicates themselves. */
  private static final JsonFactory WORDS =
      KerasTokenizerJson.MAPPER
          .getFactory()
          .copy()
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());

  private static final String DOCUMENT = "the document";
  private static final Pattern INDEX = Pattern.compile("\\d{1,10}");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** A document inside a string inside a string is accepted, not more. */
  private static final int MAX_WRAPPINGS = 2;

  private final List<String> notes = new ArrayList<>();

  Reading read(String json) {
    JsonNode root = document(json);
    if (!root.isObject()) {
      throw new InvalidTokenizerJsonException(DOCUMENT, "must be an object, was " + kind(root));
    }
    JsonNode config = root.path("config");
    if (!config.isObject()) {
      throw new InvalidTokenizerJsonException(
          "config", root.has("config") ? "must be an object, was " + kind(config) : "is missing");
    }
    try {
      Tokenizer tokenizer =
          new Tokenizer(
              new KerasTokenizerConfig(config, notes).settings(),
              indices(config),
              counts(config, "word_counts"),
              counts(config, "word_docs"),
              documentCount(config));
      requireOovIndex(tokenizer);
      requireIndexMaps(config);
      return new Reading(tokenizer, notes);
    } catch (IllegalArgumentException e) {
      throw new InvalidTokenizerJsonException("config", String.valueOf(e.getMessage()), e);
    }
  }

  private JsonNode document(String json) {
    JsonNode root = parse(DOCUMENT, json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
    for (int i = 0; root.isTextual() && i < MAX_WRAPPINGS; i++) {
      if (i == 0) {
        notes.add(
            "the JSON is inside a JSON string, because json.dump was called with the result of"
                + " to_json()");
      }
      root = parse(DOCUMENT, root.textValue());
    }
    return root;
  }

  private static Map<String, Integer> indices(JsonNode config) {
    Map<String, Integer> indices = counts(config, "word_index");
    Map<Integer, String> words = new LinkedHashMap<>();
    indices.forEach(
        (word, index) -> {
          String other = words.put(index, word);
          if (index < 1 || other != null) {
            String quoted = KerasTokenizerConfig.shortened(word);
            throw new InvalidTokenizerJsonException(
                "word_index",
                other == null
                    ? "indices begin at 1, was %d for '%s'".formatted(index, quoted)
                    : "'%s' and '%s' share the index %d"
                        .formatted(KerasTokenizerConfig.shortened(other), quoted, index));
          }
        });
    return indices;
  }

  /** Keras gives no index to an unknown word if the vocabulary has no out-of-vocabulary token. */
  private static void requireOovIndex(Tokenizer tokenizer) {
    tokenizer
        .settings()
        .oovToken()
        .filter(token -> !tokenizer.wordIndex().containsKey(token))
        .ifPresent(
            token -> {
              throw new InvalidTokenizerJsonException(
                  "oov_token",
                  "'%s' is not in word_index".formatted(KerasTokenizerConfig.shortened(token)));
            });
  }

  private static int documentCount(JsonNode config) {
    JsonNode count = config.path("document_count");
    if (count.isMissingNode() || count.isNull()) {
      return 0; // as Keras, which counts texts only for tf-idf
    }
    boolean valid = count.isIntegralNumber() && count.canConvertToInt() && count.intValue() >= 0;
    if (!valid) {
      throw new InvalidTokenizerJsonException(
          "document_count", wrongNumber(KerasTokenizerConfig.shortened(count.toString())));
    }
    return count.intValue();
  }

  private static void requireIndexMaps(JsonNode config) {
    counts(config, "index_docs").keySet().forEach(key -> requireIndex("index_docs", key));
    entries(
        config,
        "index_word",
        (key, parser) -> {
          requireIndex("index_word", key);
          // An oov_token that is a number stays one here.
          if (!parser.currentToken().isScalarValue()) {
            throw new InvalidTokenizerJsonException(
                "index_word", "must contain words, but index %s has none".formatted(key));
          }
        });
  }

  private static void requireIndex(String field, String key) {
    if (!INDEX.matcher(key).matches()) {
      throw new InvalidTokenizerJsonException(
          field,
          "must have indices as keys, was '%s'".formatted(KerasTokenizerConfig.shortened(key)));
    }
  }

  private static Map<String, Integer> counts(JsonNode config, String field) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    entries(
        config,
        field,
        (key, parser) -> {
          if (counts.put(key, number(field, key, parser)) != null) {
            throw new InvalidTokenizerJsonException(
                field, "'%s' occurs twice".formatted(KerasTokenizerConfig.shortened(key)));
          }
        });
    return counts;
  }

  private static int number(String field, String key, JsonParser parser) throws IOException {
    boolean valid =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() == JsonParser.NumberType.INT
            && parser.getIntValue() >= 0;
    if (!valid) {
      throw new InvalidTokenizerJsonException(
          field,
          "%s for '%s'"
              .formatted(
                  wrongNumber(KerasTokenizerConfig.shortened(parser.getText())),
                  KerasTokenizerConfig.shortened(key)));
    }
    return parser.getIntValue();
  }

  private static String wrongNumber(String value) {
    return "must be a whole number from 0 to %d, was %s".formatted(Integer.MAX_VALUE, value);
  }

  /** Consumer of the entries of a map; the parser is at the value. */
  private interface Entry {
    void accept(String key, JsonParser parser) throws IOException;
  }

  /** Reads a map, which is a document in a string, without building a tree of it. */
  private static void entries(JsonNode config, String field, Entry entry) {
    JsonNode text = config.path(field);
    if (!text.isTextual()) {
      throw new InvalidTokenizerJsonException(
          field,
          text.isMissingNode() ? "is missing" : "must be a string with JSON, was " + kind(text));
    }
    try (JsonParser parser = WORDS.createParser(text.textValue())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidTokenizerJsonException(field, "must be an object of words and numbers");
      }
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        entry.accept(key, parser);
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw new InvalidTokenizerJsonException(field, "continues after its end");
      }
    } catch (JsonProcessingException e) {
      throw new InvalidTokenizerJsonException(field, JsonProblem.of(e), e);
    } catch (IOException e) {
      throw new AssertionError("a string can be read", e);
    }
  }

  private static JsonNode parse(String place, String json) {
    try {
      JsonNode node = KerasTokenizerJson.MAPPER.readTree(json);
      if (node.isMissingNode()) {
        throw new InvalidTokenizerJsonException(place, "is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidTokenizerJsonException(place, JsonProblem.of(e), e);
    }
  }

  private static String kind(JsonNode node) {
    return KerasTokenizerConfig.shortened(node.toString());
  }
}
