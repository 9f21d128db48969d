package io.sentimentstreams.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Answers in JSON that nobody keeps. Thread-safe. */
public final class Json {

  private static final String TYPE = "application/json; charset=utf-8";

  private final ObjectMapper mapper = new ObjectMapper();

  public Response ok(Object value) {
    return answer(200, value);
  }

  public Response error(int status, String message) {
    return answer(status, Map.of("error", message));
  }

  private Response answer(int status, Object value) {
    try {
      return new Response(status, TYPE, mapper.writeValueAsString(value))
          .with("Cache-Control", "no-store");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }
}
