package io.sentimentstreams.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.app.http.JsonResponses;
import java.util.Iterator;

/**
 * The request of {@code POST /v1/score}.
 *
 * @param text not blank
 * @param prefixes how many prefixes to score besides the text, 0 to {@value #MAX_PREFIXES}
 */
record ScoreRequest(String text, int prefixes) {

  static final int MAX_PREFIXES = 200;

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
  static ScoreRequest of(String body, JsonResponses json) throws MalformedRequestException {
    JsonNode request = parse(body, json);
    if (!request.isObject()) {
      throw new MalformedRequestException(
          "The body is not a JSON object. Send one with the field 'text'.");
    }
    for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("text") && !name.equals("prefixes")) {
        throw new MalformedRequestException(
            "The body has an unknown field. Send 'text' and 'prefixes' only.");
      }
    }
    JsonNode text = request.path("text");
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw new MalformedRequestException(
          "Field 'text' is missing, blank or not a string. Send the text of a review.");
    }
    JsonNode prefixes = request.path("prefixes");
    boolean none = prefixes.isMissingNode();
    if (!none
        && !(prefixes.isInt() && prefixes.intValue() >= 0 && prefixes.intValue() <= MAX_PREFIXES)) {
      throw new MalformedRequestException(
          "Field 'prefixes' is invalid. Send an integer from 0 to " + MAX_PREFIXES + ".");
    }
    return new ScoreRequest(text.textValue(), none ? 0 : prefixes.intValue());
  }

  private static JsonNode parse(String body, JsonResponses json) throws MalformedRequestException {
    try {
      return json.read(body);
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException(
          "The body is not valid JSON. Send an object with the field 'text'.");
    }
  }
}
