package io.sentimentstreams.app.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A server that answers as it is told, by method and path, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {

  /**
   * An answer.
   *
   * @param status HTTP status code
   * @param body text; of a redirection where it leads
   */
  record Page(int status, String body) {}

  /**
   * A request.
   *
   * @param line method and path
   * @param authorization what it showed, or nothing
   * @param body text
   */
  record Asked(String line, String authorization, String body) {}

  private static final Page NO_SUCH_PAGE = new Page(404, "<html>no such page</html>");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<Asked, Page>> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final String scheme;
  private final HttpServer server;

  FakeRegistry() {
    this(create(0), "http");
  }

  private FakeRegistry(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static FakeRegistry secured(SSLContext tls, boolean wantsIdentity) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(com.sun.net.httpserver.HttpsParameters parameters) {
            var ssl = tls.getDefaultSSLParameters();
            ssl.setNeedClientAuth(wantsIdentity);
            parameters.setSSLParameters(ssl);
          }
        });
    return new FakeRegistry(server, "https");
  }

  /** Where it listens. */
  URI url() {
    return URI.create("%s://localhost:%d/base".formatted(scheme, server.getAddress().getPort()));
  }

  void answers(String line, int status, String body) {
    pages.put(line, request -> new Page(status, body));
  }

  void answers(String line, Function<Asked, Page> page) {
    pages.put(line, page);
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      String line = exchange.getRequestMethod() + " " + path.replaceFirst("^/base", "");
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      Asked request =
          new Asked(
              line,
              authorization == null ? "" : authorization,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      asked.add(request);
      Page page = pages.getOrDefault(line, any -> NO_SUCH_PAGE).apply(request);
      byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
      if (page.status() / 100 == 3) {
        exchange.getResponseHeaders().set("Location", page.body());
      }
      exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static HttpServer create(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
