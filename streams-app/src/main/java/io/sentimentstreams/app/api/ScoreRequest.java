package io.sentimentstreams.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;

/**
 * What {@code POST /v1/score} is asked.
 *
 * @param text not blank
 * @param prefixes how many prefixes are scored beside the text, at most {@value #MAX_PREFIXES}
 */
public record ScoreRequest(String text, int prefixes) {

  static final int MAX_PREFIXES = 200;

  /** A request that cannot be answered; the message says why, without the text. */
  static final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedRequestException(String message) {
      super(message);
    }
  }

  static ScoreRequest of(String body, ObjectMapper json) throws MalformedRequestException {
    JsonNode request = parse(body, json);
    if (!request.isObject()) {
      throw new MalformedRequestException("the body must be a JSON object with a text");
    }
    for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("text") && !name.equals("prefixes")) {
        throw new MalformedRequestException("the body must have text and prefixes alone");
      }
    }
    JsonNode text = request.path("text");
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw new MalformedRequestException("text must be a string that is not blank");
    }
    JsonNode prefixes = request.path("prefixes");
    boolean none = prefixes.isMissingNode();
    if (!none
        && !(prefixes.isInt() && prefixes.intValue() >= 0 && prefixes.intValue() <= MAX_PREFIXES)) {
      throw new MalformedRequestException("prefixes must be a whole number, 0 to " + MAX_PREFIXES);
    }
    return new ScoreRequest(text.textValue(), none ? 0 : prefixes.intValue());
  }

  private static JsonNode parse(String body, ObjectMapper json) throws MalformedRequestException {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException("the body is no JSON");
    }
  }
}
