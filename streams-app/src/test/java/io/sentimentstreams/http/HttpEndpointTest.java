package io.sentimentstreams.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Map<String, Supplier<Response>> PAGES =
      Map.of(
          "/page",
          () -> Response.line(200, "wörd"),
          "/down",
          () -> Response.line(503, "down"),
          "/broken",
          () -> {
            throw new IllegalStateException("secret detail");
          });

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpEndpoint endpoint;

  HttpEndpointTest() throws IOException {
    endpoint = HttpEndpoint.start(LOOPBACK, 0, PAGES);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aPageIsAnsweredInUtf8() throws Exception {
    HttpResponse<String> response = send("GET", "/page");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("wörd\n");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
  }

  @Test
  void aPageChoosesItsStatus() throws Exception {
    assertThat(send("GET", "/down").statusCode()).isEqualTo(503);
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> response = send("HEAD", "/page");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    for (String path : new String[] {"/", "/pages", "/page/", "/page/more"}) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      HttpResponse<String> response = send(method, "/page");

      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
  }

  @Test
  void aBrokenPageTellsNothingOfItsCause() throws Exception {
    HttpResponse<String> response = send("GET", "/broken");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret");
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    assertThatThrownBy(() -> HttpEndpoint.start(LOOPBACK, endpoint.port(), PAGES))
        .isInstanceOf(BindException.class);
  }

  @Test
  void aClosedEndpointAnswersNoMore() {
    endpoint.close();

    assertThatThrownBy(() -> send("GET", "/page")).isInstanceOf(ConnectException.class);
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + LOOPBACK + ":" + endpoint.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }
}
