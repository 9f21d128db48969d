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

/** Asks other instances of the group. Thread-safe. */
final class RemoteInstanceClient {

  /** Says that an instance asks, so that the one that is asked does not ask on. */
  private static final String ASKED_BY_INSTANCE = "Sentiment-Streams-Hop";

  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(TO_CONNECT)
          .build();

  /** Whether a request comes from another instance. */
  static boolean hasAsked(Request request) {
    return request.header(ASKED_BY_INSTANCE).isPresent();
  }

  /**
   * Asks.
   *
   * @param path ends with a slash
   * @param rest follows it, not encoded yet
   * @return its answer; empty if there is none in time
   */
  Optional<Response> ask(HostInfo host, String path, String rest) {
    String encoded = URLEncoder.encode(rest, StandardCharsets.UTF_8).replace("+", "%20");
    URI uri = URI.create("http://" + host.host() + ":" + host.port() + path + encoded);
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(TO_ANSWER).header(ASKED_BY_INSTANCE, "1").build();
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
