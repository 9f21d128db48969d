package io.sentimentstreams.model.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in the JSON of a Keras tokenizer, with the conversions that Python makes where Keras
 * accepts a value of another type. Each conversion leaves a note. Values with which Keras' {@code
 * texts_to_sequences} fails are refused. Confined to its thread.
 */
final class KerasTokenizerConfig {

  private static final Set<String> SETTINGS =
      Set.of(
          "num_words",
          "nb_words",
          "filters",
          "lower",
          "split",
          "char_level",
          "oov_token",
          "analyzer");

  private static final Set<String> COUNTS =
      Set.of(
          "document_count", "word_counts", "word_docs", "index_docs", "index_word", "word_index");

  private static final int MAX_QUOTE = 60;

  private final JsonNode config;
  private final List<String> notes;

  KerasTokenizerConfig(JsonNode config, List<String> notes) {
    this.config = config;
    this.notes = notes;
  }

  /** Returns the settings. */
  TokenizerSettings settings() {
    config.fieldNames().forEachRemaining(KerasTokenizerConfig::requireKnown);
    if (optional("analyzer").isPresent()) {
      throw new InvalidTokenizerJsonException(
          "analyzer", "is a function of Python, which JSON does not contain");
    }
    boolean charLevel = truth("char_level", false);
    return new TokenizerSettings(
        numWords(),
        charLevel ? unused("filters", "") : filters(),
        truth("lower", true),
        charLevel ? unused("split", " ") : split(),
        charLevel,
        oovToken());
  }

  private static void requireKnown(String field) {
    if (!SETTINGS.contains(field) && !COUNTS.contains(field)) {
      throw new InvalidTokenizerJsonException(
          shortened(field), "is not a field of Keras' Tokenizer");
    }
  }

  /** Python compares an index with this number; 0, false and null mean no limit. */
  private Optional<Integer> numWords() {
    Optional<JsonNode> given = optional("num_words").or(() -> optional("nb_words"));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    JsonNode value = given.get();
    if (value.isBoolean()) {
      note(
          "num_words",
          value,
          value.booleanValue() ? "a limit of 1: all words are unknown" : "no limit");
      return value.booleanValue() ? Optional.of(1) : Optional.empty();
    }
    if (!value.isNumber() || value.doubleValue() < 0) {
      throw new InvalidTokenizerJsonException(
          "num_words", "must be a number of at least 0, was " + shortened(value.toString()));
    }
    // An index below 5.5 is at most 5. No index reaches a limit beyond the integers.
    double limit = Math.ceil(value.doubleValue());
    int words = (int) Math.min(limit, Integer.MAX_VALUE);
    if (limit > Integer.MAX_VALUE) {
      note("num_words", value, "no limit");
    } else if (!value.isIntegralNumber()) {
      note("num_words", value, Integer.toString(words));
    }
    return Optional.of(words).filter(number -> number != 0);
  }

  /** The key that Python's json module writes for an object that is not a string. */
  private Optional<String> oovToken() {
    Optional<JsonNode> given = optional("oov_token");
    if (given.isEmpty() || given.get().isTextual()) {
      return given.map(JsonNode::textValue);
    }
    JsonNode value = given.get();
    String key = value.toString();
    boolean plain = value.isBoolean() || (value.isNumber() && key.matches("-?\\d+(\\.\\d+)?"));
    if (!plain) {
      throw new InvalidTokenizerJsonException(
          "oov_token", "must be a string, was " + shortened(key));
    }
    note("oov_token", value, "the token '" + key + "'");
    return Optional.of(key);
  }

  private String filters() {
    if (!config.has("filters")) {
      return TokenizerSettings.KERAS_FILTERS;
    }
    JsonNode value = config.get("filters");
    if (value.isArray()) {
      StringBuilder characters = new StringBuilder();
      for (JsonNode each : value) {
        if (!each.isTextual()
            || each.textValue().codePointCount(0, each.textValue().length()) != 1) {
          throw new InvalidTokenizerJsonException(
              "filters", "must contain single characters, was " + shortened(value.toString()));
        }
        characters.append(each.textValue());
      }
      note("filters", value, "their characters");
      return characters.toString();
    }
    return string("filters", value);
  }

  private String split() {
    String split = config.has("split") ? string("split", config.get("split")) : " ";
    if (split.isEmpty()) {
      throw new InvalidTokenizerJsonException("split", "must not be empty");
    }
    return split;
  }

  private String unused(String field, String otherwise) {
    JsonNode value = config.path(field);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : otherwise;
  }

  private static String string(String field, JsonNode value) {
    if (!value.isTextual()) {
      throw new InvalidTokenizerJsonException(
          field, "must be a string, was " + shortened(value.toString()));
    }
    return value.textValue();
  }

  /** Returns whether Python takes a value as true: all but false, null, 0 and what is empty. */
  private boolean truth(String field, boolean otherwise) {
    if (!config.has(field)) {
      return otherwise;
    }
    JsonNode value = config.get(field);
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    boolean truth =
        value.isNumber()
            ? value.doubleValue() != 0
            : value.isTextual() ? !value.textValue().isEmpty() : !value.isEmpty();
    note(field, value, Boolean.toString(truth));
    return truth;
  }

  private Optional<JsonNode> optional(String field) {
    return Optional.ofNullable(config.get(field)).filter(node -> !node.isNull());
  }

  private void note(String field, JsonNode value, String meaning) {
    notes.add(
        "%s is %s, which Keras treats as %s"
            .formatted(field, shortened(value.toString()), meaning));
  }

  static String shortened(String value) {
    return value.length() <= MAX_QUOTE ? value : value.substring(0, MAX_QUOTE) + "...";
  }
}
