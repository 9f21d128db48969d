package io.sentimentstreams.trainer.onnx.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.json.JsonProblem;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vocabulary as a file contains it.
 *
 * @param ids index by token, each at least 0, in the order of the file
 * @param unknown token for unknown words if the file names it
 * @param padding token for padding if the file names it
 * @param rules how texts become tokens if the file says so
 * @param maxLength maximum number of tokens if the file names it
 * @param truncating side on which longer texts are truncated if the file names it
 */
public record VocabularyFile(
    Map<String, Integer> ids,
    Optional<String> unknown,
    Optional<String> padding,
    Optional<TokenRules> rules,
    Optional<Integer> maxLength,
    Optional<Side> truncating) {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MAX_BYTES = 256 << 20;
  private static final int MAX_INDEX = 1 << 24;
  private static final String FORMATS = TextContent.VOCABULARY.remedy();

  public VocabularyFile {
    ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
  }

  /** Creates a vocabulary without other facts. */
  private static VocabularyFile of(Map<String, Integer> ids) {
    return new VocabularyFile(
        ids,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads a vocabulary; its content determines the format.
   *
   * @throws InvalidDataException if the file cannot be read or contains no vocabulary
   */
  public static VocabularyFile read(Path file) {
    String text = new TextFile(file, TextContent.VOCABULARY, Encoding.UNICODE).read(MAX_BYTES);
    String start = text.stripLeading();
    try {
      VocabularyFile read =
          start.startsWith("{") || (start.startsWith("[") && isJson(text))
              ? json(MAPPER.readTree(text))
              : lines(text);
      if (read.ids.isEmpty()) {
        throw new InvalidVocabularyException("no tokens", FORMATS);
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new InvalidDataException(file, JsonProblem.of(e), FORMATS, e);
    } catch (InvalidVocabularyException e) {
      throw new InvalidDataException(file, String.valueOf(e.getMessage()), e.remedy(), e);
    }
  }

  /** Returns whether a text that begins with a bracket is JSON; it may begin with {@code [PAD]}. */
  private static boolean isJson(String text) {
    try {
      return MAPPER.readTree(text).isArray();
    } catch (JsonProcessingException e) {
      return text.stripTrailing().endsWith("]") && text.contains("\"");
    }
  }

  private static VocabularyFile json(JsonNode root) {
    if (root.path("model").isObject()) {
      return HuggingFaceTokenizer.read(root);
    }
    for (String name : List.of("vocab", "stoi", "token_to_id", "word2idx", "itos", "id_to_token")) {
      if (root.path(name).isContainerNode()) {
        return of(ids(root.path(name)));
      }
    }
    if (root.has("class_name") && root.has("config")) {
      throw new InvalidVocabularyException(
          "a tokenizer of Keras", "Use import-keras, or the vocabulary of the ONNX model");
    }
    return of(ids(root));
  }

  /** Reads indices by token, tokens by index, or a list of tokens. */
  static Map<String, Integer> ids(JsonNode node) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        put(ids, token(node.get(i), i), i);
      }
      return ids;
    }
    boolean byIndex = !node.isEmpty() && node.properties().iterator().next().getValue().isTextual();
    node.properties()
        .forEach(
            entry -> {
              if (byIndex) {
                put(ids, token(entry.getValue(), entry.getKey()), index(entry.getKey()));
              } else {
                put(ids, entry.getKey(), index(entry.getKey(), entry.getValue()));
              }
            });
    return ids;
  }

  private static void put(Map<String, Integer> ids, String token, int id) {
    if (ids.put(token, id) != null) {
      throw new InvalidVocabularyException(
          "token '%s' occurs twice".formatted(token), "Remove one of them");
    }
  }

  private static String token(JsonNode node, Object place) {
    if (!node.isTextual()) {
      throw new InvalidVocabularyException("the token at %s is %s".formatted(place, node), FORMATS);
    }
    return node.textValue();
  }

  private static int index(String token, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new InvalidVocabularyException(
          "token '%s' has the index %s".formatted(token, abbreviated(node)), FORMATS);
    }
    return checked(token, node.intValue());
  }

  private static String abbreviated(JsonNode node) {
    String text = node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  private static int index(String number) {
    try {
      return checked(number, Integer.parseInt(number));
    } catch (NumberFormatException e) {
      throw new InvalidVocabularyException(
          "the index '%s' is not a number".formatted(number), FORMATS);
    }
  }

  private static int checked(String token, int id) {
    if (id < 0 || id > MAX_INDEX) {
      throw new InvalidVocabularyException(
          "token '%s' has the index %d".formatted(token, id),
          "Use indices of 0 to %d".formatted(MAX_INDEX));
    }
    return id;
  }

  private static VocabularyFile lines(String text) {
    // Only these end a line; other separators can be tokens.
    String[] lines = text.split("\r?\n", -1);
    int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (lines[i].indexOf('\t') >= 0 || lines[i].indexOf('\0') >= 0) {
        throw new InvalidVocabularyException(
            "line %d has more than a token".formatted(i + 1),
            "Write one token per line, in the order of their indices");
      }
      if (lines[i].isEmpty()) {
        // An index without a token, such as that of padding.
        continue;
      }
      Integer other = ids.put(lines[i], i);
      if (other != null) {
        throw new InvalidVocabularyException(
            "line %d repeats the token '%s' of line %d".formatted(i + 1, lines[i], other + 1),
            "Remove one of them");
      }
    }
    return of(ids);
  }
}
