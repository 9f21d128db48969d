package io.sentimentstreams.http;

/**
 * What a page answers.
 *
 * @param status HTTP status code
 * @param contentType media type of the body
 * @param body text, sent as UTF-8
 */
public record Response(int status, String contentType, String body) {

  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  /** An answer of one line of plain text. */
  public static Response line(int status, String line) {
    return new Response(status, PLAIN_TEXT, line + "\n");
  }
}
