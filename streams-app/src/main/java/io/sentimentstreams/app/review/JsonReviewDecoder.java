package io.sentimentstreams.app.review;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.sentimentstreams.schemas.ReviewEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decoder of JSON objects with the fields of {@code ReviewEvent}. Only {@code text} is required.
 * The default of the id is the record's position, that of the time is the record's timestamp.
 * Unknown fields, repeated fields, other types and trailing content are errors. Thread-safe.
 */
public final class JsonReviewDecoder implements ReviewDecoder {

  private static final String REVIEW_ID = "reviewId";
  private static final String ITEM_ID = "itemId";
  private static final String TEXT = "text";
  private static final String LANGUAGE = "language";
  private static final String SOURCE = "source";
  private static final String RATING = "rating";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String SEND_A_TIME =
      "Send milliseconds since 1970 or a time such as 2026-02-03T04:05:06Z.";
  private static final Set<String> OPTIONAL = Set.of(ITEM_ID, LANGUAGE, SOURCE);
  private static final JsonInput INPUT = new JsonInput("value");

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    Map<String, Optional<Object>> fields = INPUT.fields(value, JsonReviewDecoder::value);
    return new ReviewEvent(
        string(fields, REVIEW_ID).orElseGet(origin::reviewId),
        string(fields, ITEM_ID).orElse(null),
        string(fields, TEXT).orElseThrow(),
        string(fields, LANGUAGE).orElse(null),
        string(fields, SOURCE).orElse(null),
        (Integer) fields.getOrDefault(RATING, Optional.empty()).orElse(null),
        (Instant) fields.getOrDefault(OCCURRED_AT, Optional.empty()).orElse(origin.timestamp()));
  }

  private static Optional<String> string(Map<String, Optional<Object>> fields, String name) {
    return fields.getOrDefault(name, Optional.empty()).map(String.class::cast);
  }

  private static @Nullable Object value(String name, JsonParser parser) throws IOException {
    if (OPTIONAL.contains(name)) {
      return parser.nextToken() == JsonToken.VALUE_NULL ? null : JsonInput.string(name, parser);
    }
    return switch (name) {
      case REVIEW_ID, TEXT -> {
        parser.nextToken();
        yield JsonInput.string(name, parser);
      }
      case RATING -> parser.nextToken() == JsonToken.VALUE_NULL ? null : rating(parser);
      case OCCURRED_AT -> {
        parser.nextToken();
        yield time(parser);
      }
      default -> throw JsonInput.unknown(name, parser);
    };
  }

  private static int rating(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw JsonInput.wrongType(RATING, ReviewRules.SEND_A_RATING, parser);
    }
    if (parser.getNumberType() != JsonParser.NumberType.INT
        || !ReviewRules.isRating(parser.getIntValue())) {
      throw JsonInput.rejected("Field 'rating' is not 1 to 5", ReviewRules.SEND_A_RATING, parser);
    }
    return parser.getIntValue();
  }

  private static Instant time(JsonParser parser) throws IOException {
    Instant time =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT -> ofNumber(parser);
          case VALUE_STRING -> ofText(parser);
          default -> throw JsonInput.wrongType(OCCURRED_AT, SEND_A_TIME, parser);
        };
    if (!ReviewRules.isInRange(time)) {
      throw JsonInput.rejected(
          "Field 'occurredAt' is not in the years 1 to 9999", SEND_A_TIME, parser);
    }
    return time;
  }

  private static Instant ofNumber(JsonParser parser) throws IOException {
    try {
      return Instant.ofEpochMilli(parser.getLongValue());
    } catch (InputCoercionException e) {
      throw JsonInput.rejected("Field 'occurredAt' is out of range", SEND_A_TIME, parser);
    }
  }

  private static Instant ofText(JsonParser parser) throws IOException {
    try {
      return Instant.ofEpochMilli(Instant.parse(parser.getText()).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw JsonInput.rejected("Field 'occurredAt' is not a valid time", SEND_A_TIME, parser);
    }
  }
}
