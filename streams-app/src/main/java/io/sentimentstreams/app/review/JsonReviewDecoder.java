package io.sentimentstreams.app.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.sentimentstreams.schemas.ReviewEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that are a JSON object with the fields of {@code ReviewEvent}. Only {@code text} must be
 * there: an id is made of the record's place, and a review without a time was written when its
 * record was. Everything else is strict: a field that is not known, is given twice or has another
 * type is a fault, and so is anything behind the object. Thread-safe.
 *
 * <p>A fault is told with its place, line and column counted from 1, but never with what stands
 * there: that may be a review's text.
 */
public final class JsonReviewDecoder implements ReviewDecoder {

  private static final String REVIEW_ID = "reviewId";
  private static final String TEXT = "text";
  private static final String OCCURRED_AT = "occurredAt";
  private static final Set<String> OPTIONAL = Set.of("itemId", "language", "source");
  private static final Pattern SPEAKABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

  /** Names are not kept in tables: a stranger could fill those. A record's size is limited. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    String json = Utf8.decoded(value);
    try (JsonParser parser = JSON.createParser(json)) {
      return review(parser, origin);
    } catch (JsonEOFException e) {
      throw malformed("ends before its object does", e.getLocation(), e);
    } catch (JsonProcessingException e) {
      throw malformed("breaks the rules of JSON", e.getLocation(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read from memory", e);
    }
  }

  private static ReviewEvent review(JsonParser parser, RecordOrigin origin) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notAReview("the value must be one JSON object", parser);
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw notAReview("field '" + name + "' is given twice", parser);
      }
      fields.put(name, value(name, parser));
    }
    if (!fields.containsKey(TEXT)) {
      throw notAReview("field 'text' is missing", parser);
    }
    if (parser.nextToken() != null) {
      throw malformed("goes on behind its object", parser.currentTokenLocation(), null);
    }
    return new ReviewEvent(
        (String) fields.getOrDefault(REVIEW_ID, origin.reviewId()),
        (String) fields.get("itemId"),
        (String) fields.get(TEXT),
        (String) fields.get("language"),
        (String) fields.get("source"),
        (Instant) fields.getOrDefault(OCCURRED_AT, origin.timestamp()));
  }

  private static @Nullable Object value(String name, JsonParser parser) throws IOException {
    if (OPTIONAL.contains(name)) {
      return parser.nextToken() == JsonToken.VALUE_NULL ? null : text(name, parser);
    }
    return switch (name) {
      case REVIEW_ID, TEXT -> {
        parser.nextToken();
        yield text(name, parser);
      }
      case OCCURRED_AT -> {
        parser.nextToken();
        yield time(parser);
      }
      default ->
          throw notAReview(
              SPEAKABLE.matcher(name).matches()
                  ? "field '" + name + "' is not one of a review's"
                  : "a field is not one of a review's",
              parser);
    };
  }

  private static String text(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(name, "a string", parser);
    }
    String text = parser.getText();
    if (text.codePoints().anyMatch(JsonReviewDecoder::isHalfACharacter)) {
      throw notAReview("field '" + name + "' has half of a surrogate pair", parser);
    }
    return text;
  }

  private static boolean isHalfACharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Instant time(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      try {
        return Instant.ofEpochMilli(parser.getLongValue());
      } catch (InputCoercionException e) {
        throw notAReview("field 'occurredAt' is out of range", parser);
      }
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Instant.ofEpochMilli(Instant.parse(parser.getText()).toEpochMilli());
      } catch (DateTimeException | ArithmeticException e) {
        throw notAReview("field 'occurredAt' is not a time such as 2026-02-03T04:05:06Z", parser);
      }
    }
    throw wrongType(
        OCCURRED_AT, "milliseconds since 1970 or a time such as 2026-02-03T04:05:06Z", parser);
  }

  private static UnscorableRecordException wrongType(
      String name, String expected, JsonParser parser) {
    JsonToken token = parser.currentToken();
    String found =
        switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
          case VALUE_STRING -> "a string";
          case VALUE_NULL -> "null";
          default -> "true or false";
        };
    return notAReview("field '%s' must be %s, was %s".formatted(name, expected, found), parser);
  }

  private static UnscorableRecordException notAReview(String what, JsonParser parser) {
    return new UnscorableRecordException(
        DeadLetterReason.NOT_A_REVIEW, what + place(parser.currentTokenLocation()), null);
  }

  private static UnscorableRecordException malformed(
      String what, @Nullable JsonLocation where, @Nullable Throwable cause) {
    return new UnscorableRecordException(
        DeadLetterReason.MALFORMED_JSON, "the value " + what + place(where), cause);
  }

  private static String place(@Nullable JsonLocation where) {
    return where == null
        ? ""
        : " (line %d, column %d)".formatted(where.getLineNr(), Math.max(1, where.getColumnNr()));
  }
}
