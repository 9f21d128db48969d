package io.sentimentstreams.app.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses for items of other instances or of unknown instances. */
class ItemHandlerTest {

  private static final String OWN = "127.0.0.1:1";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, String> FROM_AN_INSTANCE = Map.of("sentiment-streams-hop", "1");

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer other;

  /** A request to the other instance: the raw path and the first value of each header. */
  private record Asked(String path, Map<String, String> headers) {}

  ItemHandlerTest() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
  }

  @AfterEach
  void stop() {
    other.stop(0);
  }

  @Test
  void aRequestIsForwardedToTheInstanceThatOwnsTheItem() {
    answers(200, "{\"itemId\":\"a b/c\",\"windows\":[]}");

    Response answer = page(elsewhere()).answer(asking("a b/c", Map.of()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"itemId\":\"a b/c\",\"windows\":[]}");
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(asked).extracting(Asked::path).containsExactly("/v1/items/a%20b%2Fc");
  }

  @Test
  void aForwardedRequestIsNotForwardedAgain() {
    answers(200, "{}");

    Response answer = page(elsewhere()).answer(asking("film-7", FROM_AN_INSTANCE));

    assertIsLater(answer, "moved to another instance");
    assertThat(asked).isEmpty();
  }

  @Test
  void instancesThatDisagreeAboutTheOwnerForwardOnce() {
    // The other instance has a handler too, which locates the item at this instance.
    ItemHandler disagrees = page(new Places(new HostInfo("127.0.0.1", 2)));
    other.createContext(
        "/",
        exchange ->
            send(exchange, disagrees.answer(asking("film-7", remembered(exchange).headers()))));

    Response answer = page(elsewhere()).answer(asking("film-7", Map.of()));

    assertIsLater(answer, "moved to another instance");
    assertThat(asked).hasSize(1);
  }

  @Test
  void anUnreachableInstanceIsReported() {
    other.stop(0);

    Response answer = page(elsewhere()).answer(asking("film-7", Map.of()));

    assertIsLater(answer, "does not respond");
  }

  @Test
  void duringARebalanceTheResponseIsToRetry() {
    ItemStores unknown = new Places(KeyQueryMetadata.NOT_AVAILABLE);
    ItemStores moved = new Places(HostInfo.buildFromEndpoint(OWN));
    ItemStores stopped =
        new ItemStores() {
          @Override
          public KeyQueryMetadata of(String item) {
            throw new IllegalStateException("not running");
          }

          @Override
          public ReadOnlyWindowStore<String, byte[]> store(int partition) {
            throw new AssertionError("must not be called");
          }

          @Override
          public ReadOnlyWindowStore<String, byte[]> stores() {
            throw new AssertionError("must not be called");
          }
        };

    assertIsLater(page(unknown).answer(asking("film-7", Map.of())), "not known yet");
    assertIsLater(page(moved).answer(asking("film-7", Map.of())), "starts or rebalances");
    assertIsLater(page(stopped).answer(asking("film-7", Map.of())), "starts or rebalances");
  }

  @Test
  void anInstanceWithoutAnAddressForwardsNothing() {
    ItemHandler alone =
        new ItemHandler(
            elsewhere(), new ItemSettings(HOUR, HOUR, HOUR, Optional.empty()), new JsonResponses());

    assertIsLater(alone.answer(asking("film-7", Map.of())), "starts or rebalances");
    assertThat(asked).isEmpty();
  }

  private static ItemHandler page(ItemStores places) {
    return new ItemHandler(
        places, new ItemSettings(HOUR, HOUR, HOUR, Optional.of(OWN)), new JsonResponses());
  }

  private ItemStores elsewhere() {
    return new Places(new HostInfo("127.0.0.1", other.getAddress().getPort()));
  }

  private static Request asking(String item, Map<String, String> headers) {
    return new Request(item, headers, new byte[0]);
  }

  private static void assertIsLater(Response answer, String why) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
    assertThat(answer.body()).contains(why);
  }

  private void answers(int status, String body) {
    other.createContext(
        "/",
        exchange -> {
          remembered(exchange);
          send(exchange, new Response(status, "application/json", body));
        });
  }

  private Asked remembered(HttpExchange exchange) {
    Asked now =
        new Asked(
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0))));
    asked.add(now);
    return now;
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    try (exchange) {
      byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      response.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Stores that locate all items at one instance and hold none. */
  private record Places(KeyQueryMetadata place) implements ItemStores {

    Places(HostInfo host) {
      this(new KeyQueryMetadata(host, Set.of(), 0));
    }

    @Override
    public KeyQueryMetadata of(String item) {
      return place;
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> store(int partition) {
      throw new InvalidStateStoreException("the partition has moved");
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> stores() {
      throw new InvalidStateStoreException("there are none");
    }
  }
}
