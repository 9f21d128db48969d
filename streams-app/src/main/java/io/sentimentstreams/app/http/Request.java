package io.sentimentstreams.app.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An HTTP request. Immutable. */
public final class Request {

  private final String rest;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Creates a request.
   *
   * @param rest the decoded rest of the path after the route's prefix; empty for an exact route
   * @param headers by name in lower case; the first one of a name
   * @param body bytes, not copied; empty for GET and HEAD
   */
  public Request(String rest, Map<String, String> headers, byte[] body) {
    this.rest = rest;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  static Request of(String rest, Map<String, List<String>> headers, byte[] body) {
    Map<String, String> first =
        headers.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    entry -> entry.getValue().get(0),
                    (one, other) -> one));
    return new Request(rest, first, body);
  }

  /** Returns the decoded rest of the path after the route's prefix. */
  public String rest() {
    return rest;
  }

  /** Returns the body, not a copy. */
  public byte[] body() {
    return body;
  }

  /** Returns the value of a header; names are not case-sensitive. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
