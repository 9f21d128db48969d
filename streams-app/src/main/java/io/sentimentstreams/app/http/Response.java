package io.sentimentstreams.app.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a page answers.
 *
 * @param status HTTP status code
 * @param contentType media type of the body
 * @param body text, sent as UTF-8
 * @param headers by name, beside those that every answer has
 */
public record Response(int status, String contentType, String body, Map<String, String> headers) {

  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  public Response {
    headers = Map.copyOf(headers);
  }

  /** An answer without headers of its own. */
  public Response(int status, String contentType, String body) {
    this(status, contentType, body, Map.of());
  }

  /** An answer of one line of plain text. */
  public static Response line(int status, String line) {
    return new Response(status, PLAIN_TEXT, line + "\n");
  }

  /** The same with a header. */
  public Response with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Response(status, contentType, body, more);
  }
}
