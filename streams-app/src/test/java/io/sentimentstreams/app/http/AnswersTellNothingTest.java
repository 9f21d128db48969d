package io.sentimentstreams.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses reveal neither the server, nor its version, nor other files. */
class AnswersTellNothingTest {

  private static final List<String> REQUESTS =
      List.of(
          "GET /page HTTP/1.1",
          "GET / HTTP/1.1",
          "GET /page/../../../etc/passwd HTTP/1.1",
          "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
          "GET //etc/passwd HTTP/1.1",
          "GET /broken HTTP/1.1",
          "DELETE /page HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "TRACE /page HTTP/1.1",
          "GET http://other.example/page HTTP/1.1",
          "GET /\u00ff HTTP/1.1",
          "GET /page HTTP/9.9",
          "\u0001\u0002\u0003");

  private final HttpEndpoint endpoint;

  AnswersTellNothingTest() throws IOException {
    endpoint =
        HttpEndpoint.start(
            "127.0.0.1",
            0,
            List.of(
                Route.get("/page", request -> Response.line(200, "page")),
                Route.get(
                    "/broken",
                    request -> {
                      throw new IllegalStateException("detail");
                    })));
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void neitherVersionNorFolderNorStackTrace() throws IOException {
    for (String request : REQUESTS) {
      assertThat(answer(request))
          .as(request)
          .doesNotContainIgnoringCase("server:", "java", "jdk", "sun.", "powered", "root:")
          .doesNotContainIgnoringCase("index of", "exception", "detail", "\tat ");
    }
  }

  @Test
  void onlyItsOwnRoutesAreServed() throws IOException {
    assertThat(REQUESTS.stream().skip(1).limit(7)).noneMatch(this::isServed);
    assertThat(isServed(REQUESTS.get(0))).isTrue();
  }

  private boolean isServed(String request) {
    try {
      return answer(request).startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
      socket
          .getOutputStream()
          .write((request + "\r\nHost: h\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
      socket.setSoTimeout(30_000);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
