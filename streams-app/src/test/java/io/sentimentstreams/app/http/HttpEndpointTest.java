package io.sentimentstreams.app.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_BODY = 1_000;
  private static final List<Route> ROUTES =
      List.of(
          Route.get("/page", request -> Response.line(200, "wörd")),
          Route.get("/down", request -> Response.line(503, "down").with("Retry-After", "3")),
          Route.getBelow("/things/", request -> Response.line(200, request.rest())),
          Route.post(
              "/echo", MAX_BODY, request -> Response.line(200, new String(request.body(), UTF_8))),
          Route.get(
              "/broken",
              request -> {
                throw new IllegalStateException("secret detail");
              }));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpEndpoint endpoint;

  HttpEndpointTest() throws IOException {
    endpoint = HttpEndpoint.start(LOOPBACK, 0, ROUTES);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aResponseIsSentInUtf8() throws Exception {
    HttpResponse<String> response = send("GET", "/page");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("wörd\n");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
  }

  @Test
  void aHandlerSetsStatusAndHeaders() throws Exception {
    HttpResponse<String> response = send("GET", "/down");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("3");
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> response = send("HEAD", "/page");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    for (String path : new String[] {"/", "/pages", "/page/", "/page/more", "/things/"}) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void theRestOfThePathIsDecoded() throws Exception {
    assertThat(send("GET", "/things/film%207%C3%A9").body()).isEqualTo("film 7é\n");
    assertThat(send("GET", "/things/a%2Fb/c").body()).isEqualTo("a/b/c\n");
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      HttpResponse<String> response = send(method, "/page");

      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
    assertThat(send("GET", "/echo").headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void aBodyIsRead() throws Exception {
    String largest = "x".repeat(MAX_BODY);

    HttpResponse<String> response = post("/echo", BodyPublishers.ofString(largest));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(largest + "\n");
  }

  @Test
  void aBodyThatIsTooLargeIsRejectedEveryTime() {
    BodyPublisher oneMore = BodyPublishers.ofByteArray(new byte[MAX_BODY + 1]);
    BodyPublisher muchMore = BodyPublishers.ofByteArray(new byte[3 << 20]);
    assertTimeoutPreemptively(
        TIMEOUT,
        () -> {
          for (int i = 0; i < 20; i++) {
            HttpResponse<String> refused = post("/echo", i % 2 == 0 ? oneMore : muchMore);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("1000 bytes");
          }
          assertThat(send("GET", "/page").statusCode()).isEqualTo(200);
        });
  }

  @Test
  void aBodyOnARouteWithoutBodiesIsRejected() throws Exception {
    HttpResponse<String> refused = post("/page", BodyPublishers.ofByteArray(new byte[3 << 20]));

    assertThat(refused.statusCode()).isEqualTo(405);
  }

  @Test
  void slowClientsBlockNoThreadLongerThanTheLimit() throws Exception {
    Duration limit = Duration.ofMillis(300);
    try (HttpEndpoint brief = HttpEndpoint.start(LOOPBACK, 0, ROUTES, limit);
        Stalled one = new Stalled(brief, "POST /echo HTTP/1.1\r\nContent-Length: 9\r\n\r\nab");
        Stalled two = new Stalled(brief, "POST /echo HTTP/1.1\r\nContent-Length: 99999\r\n\r\nab");
        Stalled three = new Stalled(brief, "POST /page HTTP/1.1\r\nContent-Length: 99\r\n\r\nab");
        Stalled four = new Stalled(brief, "GET /page HTTP/1.1\r\nHo");
        Stalled five = new Stalled(brief, "GET /page HTTP/1.1\r\nHo")) {
      assertTimeoutPreemptively(
          TIMEOUT,
          () -> {
            assertThat(one.answer()).isEmpty();
            assertThat(two.answer()).isEmpty();
            assertThat(three.answer()).startsWith("HTTP/1.1 405 ");
            assertThat(four.answer()).isEmpty();
            assertThat(five.answer()).isEmpty();
            assertThat(send(brief, "GET", "/page").statusCode()).isEqualTo(200);
          });
    }
  }

  @Test
  void aBodyWithoutEndClosesTheConnection() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
      OutputStream out = socket.getOutputStream();
      out.write("POST /echo HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n".getBytes(US_ASCII));
      assertTimeoutPreemptively(
          TIMEOUT,
          () ->
              assertThatThrownBy(
                      () -> {
                        while (true) {
                          out.write(new byte[1 << 16]);
                        }
                      })
                  .isInstanceOf(IOException.class));
    }
    assertThat(send("GET", "/page").statusCode()).isEqualTo(200);
  }

  @Test
  void aFailingHandlerRevealsNoCause() throws Exception {
    HttpResponse<String> response = send("GET", "/broken");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret");
  }

  @Test
  void aPortInUseIsReported() {
    assertThatThrownBy(() -> HttpEndpoint.start(LOOPBACK, endpoint.port(), ROUTES))
        .isInstanceOf(BindException.class);
  }

  @Test
  void aClosedEndpointDoesNotRespond() {
    endpoint.close();

    assertThatThrownBy(() -> send("GET", "/page")).isInstanceOf(ConnectException.class);
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return send(endpoint, method, path);
  }

  private HttpResponse<String> send(HttpEndpoint to, String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + LOOPBACK + ":" + to.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, BodyPublisher body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + LOOPBACK + ":" + endpoint.port() + path);
    return client.send(HttpRequest.newBuilder(uri).POST(body).build(), BodyHandlers.ofString());
  }

  /** A client that sends a part of a request and then waits. */
  private static final class Stalled implements AutoCloseable {

    private final Socket socket;

    Stalled(HttpEndpoint endpoint, String begun) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
      socket.getOutputStream().write(begun.getBytes(US_ASCII));
    }

    /** Returns the bytes until the connection is closed. */
    String answer() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
