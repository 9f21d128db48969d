package io.sentimentstreams.app.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP response.
 *
 * @param status HTTP status code
 * @param contentType media type of the body
 * @param body text, sent as UTF-8
 * @param headers by name, in addition to those of every response
 */
public record Response(int status, String contentType, String body, Map<String, String> headers) {

  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  public Response {
    headers = Map.copyOf(headers);
  }

  /** Creates a response without additional headers. */
  public Response(int status, String contentType, String body) {
    this(status, contentType, body, Map.of());
  }

  /** Returns a response with one line of plain text. */
  public static Response line(int status, String line) {
    return new Response(status, PLAIN_TEXT, line + "\n");
  }

  /** Returns this response with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Response(status, contentType, body, more);
  }
}
