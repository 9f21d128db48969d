package io.sentimentstreams.model.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writer and reader of tokenizers in the format of Keras' {@code Tokenizer.to_json} and {@code
 * tokenizer_from_json}. The maps inside {@code config} are JSON documents written as strings.
 * Characters beyond ASCII are escaped, so the text survives any encoding. Thread-safe.
 */
public final class KerasTokenizerJson {

  /**
   * Maximum length of the JSON, for readers and writers: about three million words. A reader needs
   * up to ten times as many bytes of memory.
   */
  public static final int MAX_CHARACTERS = 256 << 20;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxStringLength(MAX_CHARACTERS)
          .maxNameLength(MAX_CHARACTERS)
          .maxDocumentLength(MAX_CHARACTERS)
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  // Names are words of a vocabulary, not fields that recur.
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private KerasTokenizerJson() {}

  /**
   * A tokenizer that was read.
   *
   * @param tokenizer the tokenizer
   * @param notes what the reader corrected, as clauses; empty for the output of {@code to_json}
   */
  public record Reading(Tokenizer tokenizer, List<String> notes) {

    public Reading {
      notes = List.copyOf(notes);
    }
  }

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
   * Reads a tokenizer, as {@link #readWithNotes} does.
   *
   * @throws InvalidTokenizerJsonException if the JSON is not a tokenizer
   */
  public static Tokenizer read(String json) {
    return readWithNotes(json).tokenizer();
  }

  /**
   * Reads a tokenizer. {@code index_word} and {@code index_docs} follow from the other fields; only
   * their types are checked. A document that was dumped twice, a JSON string that contains the
   * JSON, is accepted, and so are values of other types that Keras accepts.
   *
   * @throws InvalidTokenizerJsonException if the JSON is not a tokenizer, or if Keras fails with it
   */
  public static Reading readWithNotes(String json) {
    return new KerasTokenizerReader().read(json);
  }
}
