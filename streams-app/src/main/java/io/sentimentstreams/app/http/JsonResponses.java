package io.sentimentstreams.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Map;

/** Writes JSON responses that must not be cached. Thread-safe. */
public final class JsonResponses {

  private static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());

  /** Returns a response with status 200. */
  public Response ok(Object value) {
    return response(200, value);
  }

  /** Returns a response with a message in the field {@code error}. */
  public Response error(int status, String message) {
    return response(status, Map.of("error", message));
  }

  private Response response(int status, Object value) {
    try {
      return new Response(status, CONTENT_TYPE, mapper.writeValueAsString(value))
          .with("Cache-Control", "no-store");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The response cannot be written as JSON.", e);
    }
  }
}
