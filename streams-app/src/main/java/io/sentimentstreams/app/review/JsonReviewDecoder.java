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
 * A decoder of JSON objects with the fields of {@code ReviewEvent}. Only {@code text} is required.
 * The default of the id is the record's position, that of the time is the record's timestamp.
 * Unknown fields, repeated fields, other types and trailing content are errors. Thread-safe.
 *
 * <p>Messages contain the line and column of an error, counted from 1. They never contain the
 * content, which may be a review's text.
 */
public final class JsonReviewDecoder implements ReviewDecoder {

  private static final String REVIEW_ID = "reviewId";
  private static final String TEXT = "text";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String SEND_A_TIME =
      "Send milliseconds since 1970 or a time such as 2026-02-03T04:05:06Z.";
  private static final Set<String> OPTIONAL = Set.of("itemId", "language", "source");
  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

  /** Names are not interned, because a producer could exhaust the memory with different names. */
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
      throw malformed("is truncated JSON", "Send a complete object.", e.getLocation(), e);
    } catch (JsonProcessingException e) {
      throw malformed("is not valid JSON", "Fix the producer's serializer.", e.getLocation(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReviewEvent review(JsonParser parser, RecordOrigin origin) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notAReview("The value is not a JSON object", "Send one object per record.", parser);
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw notAReview("Field '" + name + "' occurs twice", "Send it once.", parser);
      }
      fields.put(name, value(name, parser));
    }
    if (!fields.containsKey(TEXT)) {
      throw notAReview("Field 'text' is missing", "Send the review's text in it.", parser);
    }
    if (parser.nextToken() != null) {
      throw malformed(
          "continues after its object",
          "Send one object per record.",
          parser.currentTokenLocation(),
          null);
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
              PRINTABLE.matcher(name).matches()
                  ? "Field '" + name + "' is unknown"
                  : "A field is unknown",
              "Remove it or correct its name.",
              parser);
    };
  }

  private static String text(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(name, "Send a string.", parser);
    }
    String text = parser.getText();
    if (text.codePoints().anyMatch(JsonReviewDecoder::isSurrogate)) {
      throw notAReview(
          "Field '" + name + "' contains half a surrogate pair", "Send valid Unicode.", parser);
    }
    return text;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Instant time(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      try {
        return Instant.ofEpochMilli(parser.getLongValue());
      } catch (InputCoercionException e) {
        throw notAReview("Field 'occurredAt' is out of range", SEND_A_TIME, parser);
      }
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Instant.ofEpochMilli(Instant.parse(parser.getText()).toEpochMilli());
      } catch (DateTimeException | ArithmeticException e) {
        throw notAReview("Field 'occurredAt' is not a valid time", SEND_A_TIME, parser);
      }
    }
    throw wrongType(OCCURRED_AT, SEND_A_TIME, parser);
  }

  private static UnscorableRecordException wrongType(
      String name, String remedy, JsonParser parser) {
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
    return notAReview("Field '%s' is %s".formatted(name, found), remedy, parser);
  }

  private static UnscorableRecordException notAReview(
      String problem, String remedy, JsonParser parser) {
    return new UnscorableRecordException(
        DeadLetterReason.NOT_A_REVIEW,
        problem + position(parser.currentTokenLocation()) + ". " + remedy,
        null);
  }

  private static UnscorableRecordException malformed(
      String problem, String remedy, @Nullable JsonLocation where, @Nullable Throwable cause) {
    return new UnscorableRecordException(
        DeadLetterReason.MALFORMED_JSON,
        "The value " + problem + position(where) + ". " + remedy,
        cause);
  }

  private static String position(@Nullable JsonLocation where) {
    return where == null
        ? ""
        : " (line %d, column %d)".formatted(where.getLineNr(), Math.max(1, where.getColumnNr()));
  }
}
