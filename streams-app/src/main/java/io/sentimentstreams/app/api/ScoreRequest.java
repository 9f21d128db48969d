package io.sentimentstreams.app.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sentimentstreams.app.review.JsonInput;
import io.sentimentstreams.app.review.ReviewRules;
import io.sentimentstreams.app.review.UnscorableRecordException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The request of {@code POST /v1/score}. Its JSON and its text follow the rules of the stream.
 *
 * @param text with a visible character
 * @param language tag of BCP 47; empty to detect it if a route depends on it
 * @param prefixes how many prefixes to score besides the text, 0 to {@value #MAX_PREFIXES}
 */
record ScoreRequest(String text, String language, int prefixes) {

  static final int MAX_PREFIXES = 200;

  private static final JsonInput INPUT = new JsonInput("body");

  /** An invalid request. The message names the error and never contains the text. */
  static final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedRequestException(String message) {
      super(message);
    }
  }

  /**
   * Parses the body of a request.
   *
   * @throws MalformedRequestException if it is not a valid request
   */
  static ScoreRequest of(byte[] body) throws MalformedRequestException {
    try {
      Map<String, Optional<Object>> fields = INPUT.fields(body, ScoreRequest::value);
      return new ScoreRequest(
          ReviewRules.checkedText(
              (String) fields.getOrDefault("text", Optional.empty()).orElse("")),
          (String) fields.getOrDefault("language", Optional.empty()).orElse(""),
          (Integer) fields.getOrDefault("prefixes", Optional.empty()).orElse(0));
    } catch (UnscorableRecordException e) {
      throw new MalformedRequestException(e.description());
    }
  }

  private static Object value(String name, JsonParser parser) throws IOException {
    return switch (name) {
      case "text", "language" -> {
        parser.nextToken();
        yield JsonInput.string(name, parser);
      }
      case "prefixes" -> {
        parser.nextToken();
        yield prefixes(parser);
      }
      default -> throw JsonInput.unknown(name, parser);
    };
  }

  private static int prefixes(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < 0
        || parser.getIntValue() > MAX_PREFIXES) {
      throw JsonInput.rejected(
          "Field 'prefixes' is invalid", "Send an integer from 0 to " + MAX_PREFIXES + ".", parser);
    }
    return parser.getIntValue();
  }
}
