package io.sentimentstreams.app.item;

import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/** A client of the other instances of the application. Thread-safe. */
final class RemoteInstanceClient {

  /** Marks a forwarded request; the receiver does not forward it again. */
  private static final String FORWARDED = "Sentiment-Streams-Hop";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /** Returns whether another instance forwarded a request. */
  static boolean isForwarded(Request request) {
    return request.header(FORWARDED).isPresent();
  }

  /**
   * Sends a request to another instance.
   *
   * @param path ends with a slash
   * @param rest appended to the path, not percent-encoded yet
   * @return the response; empty if none arrives in time
   */
  Optional<Response> get(HostInfo host, String path, String rest) {
    String encoded = URLEncoder.encode(rest, StandardCharsets.UTF_8).replace("+", "%20");
    URI uri = URI.create("http://" + host.host() + ":" + host.port() + path + encoded);
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(REQUEST_TIMEOUT).header(FORWARDED, "1").build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      Response response =
          new Response(
              answer.statusCode(),
              answer.headers().firstValue("Content-Type").orElse("text/plain"),
              answer.body());
      return Optional.of(
          answer
              .headers()
              .firstValue("Retry-After")
              .map(seconds -> response.with("Retry-After", seconds))
              .orElse(response));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
