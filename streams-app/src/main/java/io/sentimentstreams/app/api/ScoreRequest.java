package io.sentimentstreams.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;

/**
 * What {@code POST /v1/score} is asked.
 *
 * @param text not blank
 * @param prefixes how many prefixes are scored beside the text, at most {@value #MOST_PREFIXES}
 */
public record ScoreRequest(String text, int prefixes) {

  static final int MOST_PREFIXES = 200;

  /** A request that cannot be answered; the message says why, without the text. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  static ScoreRequest of(String body, ObjectMapper json) throws Malformed {
    JsonNode request = parse(body, json);
    if (!request.isObject()) {
      throw new Malformed("the body must be a JSON object with a text");
    }
    for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("text") && !name.equals("prefixes")) {
        throw new Malformed("the body must have text and prefixes alone");
      }
    }
    JsonNode text = request.path("text");
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw new Malformed("text must be a string that is not blank");
    }
    JsonNode prefixes = request.path("prefixes");
    boolean none = prefixes.isMissingNode();
    if (!none
        && !(prefixes.isInt()
            && prefixes.intValue() >= 0
            && prefixes.intValue() <= MOST_PREFIXES)) {
      throw new Malformed("prefixes must be a whole number, 0 to " + MOST_PREFIXES);
    }
    return new ScoreRequest(text.textValue(), none ? 0 : prefixes.intValue());
  }

  private static JsonNode parse(String body, ObjectMapper json) throws Malformed {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Malformed("the body is no JSON");
    }
  }
}
