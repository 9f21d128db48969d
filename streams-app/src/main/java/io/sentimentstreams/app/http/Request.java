package io.sentimentstreams.app.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An HTTP request.
 *
 * @param rest the decoded rest of the path after the route's prefix; empty for an exact route
 * @param headers by name in lower case; the first one of a name
 * @param body text, read as UTF-8; empty for GET and HEAD
 */
public record Request(String rest, Map<String, String> headers, String body) {

  public Request {
    headers = Map.copyOf(headers);
  }

  static Request of(String rest, Map<String, List<String>> headers, String body) {
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

  /** Returns the value of a header; names are not case-sensitive. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
