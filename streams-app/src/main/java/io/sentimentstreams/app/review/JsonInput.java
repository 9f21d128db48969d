package io.sentimentstreams.app.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of one JSON object in UTF-8 with a field {@code text}: each field occurs once,
 * and nothing follows the object. Byte order marks around the object are dropped. Thread-safe.
 *
 * <p>Messages contain the line and column of an error, counted from 1. They never contain the
 * content, which may be a review's text.
 */
public final class JsonInput {

  /** The maximum length of a number; longer numbers take quadratic time. */
  static final int MAX_NUMBER_LENGTH = 1_000;

  /** The maximum length of a field's name. */
  static final int MAX_NAME_LENGTH = 50_000;

  private static final String REQUIRED = "text";
  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

  /** Names are not interned, because a producer could exhaust the memory with different names. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .build())
          .build();

  private final String what;

  /**
   * Creates a reader.
   *
   * @param what the noun for the input in messages, such as "value"
   */
  public JsonInput(String what) {
    this.what = what;
  }

  /** Reads the value of one field. The parser is at the value's first token. */
  @FunctionalInterface
  public interface FieldReader {

    /**
     * Returns the value of a field.
     *
     * @param name of the field
     * @param parser at the value
     * @return null if the value is null
     * @throws UnscorableRecordException if the field or its value is not accepted
     */
    @Nullable Object read(String name, JsonParser parser) throws IOException;
  }

  /**
   * Returns the fields of an object.
   *
   * @param reader called for each field
   * @throws UnscorableRecordException if the input is not such an object
   */
  public Map<String, Optional<Object>> fields(byte[] value, FieldReader reader) {
    if (Utf8.hasSchemaId(value)) {
      throw new UnscorableRecordException(
          DeadLetterReason.MALFORMED_JSON,
          ("The %s begins with a NUL byte, like JSON with a registry's schema id. Use a serializer"
                  + " for plain JSON.")
              .formatted(what),
          null);
    }
    try (JsonParser parser = JSON.createParser(Utf8.decoded(value))) {
      return fields(parser, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Optional<Object>> fields(JsonParser parser, FieldReader reader)
      throws IOException {
    try {
      return object(parser, reader);
    } catch (StreamConstraintsException e) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_A_REVIEW,
          ("The %s has a number of more than %d or a name of more than %d characters%s. Send the"
                  + " documented fields only.")
              .formatted(
                  what, MAX_NUMBER_LENGTH, MAX_NAME_LENGTH, position(parser.currentLocation())),
          e);
    } catch (JsonEOFException e) {
      throw malformed("is truncated JSON", "Send a complete object.", e.getLocation(), e);
    } catch (JsonProcessingException e) {
      throw malformed("is not valid JSON", "Fix the producer's serializer.", e.getLocation(), e);
    }
  }

  private Map<String, Optional<Object>> object(JsonParser parser, FieldReader reader)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw rejected(
          "The " + what + " is not a JSON object", "Send one object per record.", parser);
    }
    Map<String, Optional<Object>> fields = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw rejected("Field '" + name + "' occurs twice", "Send it once.", parser);
      }
      fields.put(name, Optional.ofNullable(reader.read(name, parser)));
    }
    if (!fields.containsKey(REQUIRED)) {
      throw rejected(
          "Field '" + REQUIRED + "' is missing", "Send the review's text in it.", parser);
    }
    if (parser.nextToken() != null) {
      throw malformed(
          "continues after its object",
          "Send one object per record.",
          parser.currentTokenLocation(),
          null);
    }
    return fields;
  }

  /**
   * Moves to the value of a field and returns it.
   *
   * @throws UnscorableRecordException if it is not a string, or has half a surrogate pair
   */
  public static String string(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(name, "Send a string.", parser);
    }
    String text = parser.getText();
    if (text.codePoints().anyMatch(JsonInput::isSurrogate)) {
      throw rejected(
          "Field '" + name + "' contains half a surrogate pair", "Send valid Unicode.", parser);
    }
    return text;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Returns the error of a field that does not exist. */
  public static UnscorableRecordException unknown(String name, JsonParser parser) {
    return rejected(
        PRINTABLE.matcher(name).matches()
            ? "Field '" + name + "' is unknown"
            : "A field is unknown",
        "Remove it or correct its name.",
        parser);
  }

  /** Returns the error of a value that has another type. */
  public static UnscorableRecordException wrongType(String name, String remedy, JsonParser parser) {
    JsonToken token = parser.currentToken();
    String found =
        switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_NUMBER_INT -> "a number";
          case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
          case VALUE_STRING -> "a string";
          case VALUE_NULL -> "null";
          default -> "true or false";
        };
    return rejected("Field '%s' is %s".formatted(name, found), remedy, parser);
  }

  /** Returns the error of well-formed JSON that is not accepted, with its position. */
  public static UnscorableRecordException rejected(
      String problem, String remedy, JsonParser parser) {
    return new UnscorableRecordException(
        DeadLetterReason.NOT_A_REVIEW,
        problem + position(parser.currentTokenLocation()) + ". " + remedy,
        null);
  }

  private UnscorableRecordException malformed(
      String problem, String remedy, @Nullable JsonLocation where, @Nullable Throwable cause) {
    return new UnscorableRecordException(
        DeadLetterReason.MALFORMED_JSON,
        "The " + what + " " + problem + position(where) + ". " + remedy,
        cause);
  }

  private static String position(@Nullable JsonLocation where) {
    return where == null
        ? ""
        : " (line %d, column %d)".formatted(where.getLineNr(), Math.max(1, where.getColumnNr()));
  }
}
