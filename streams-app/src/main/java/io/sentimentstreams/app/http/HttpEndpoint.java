package io.sentimentstreams.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server with a fixed set of routes. It closes the connection of a request that is not
 * received and answered within the time limit. Thread-safe.
 */
public final class HttpEndpoint implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpEndpoint.class);
  private static final int THREADS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int BACKLOG = 16;
  private static final int NO_BODY = -1;

  /** Bytes of a rejected body that are read, so the client receives the response, not a reset. */
  private static final long MAX_DRAINED = 4L << 20;

  private final HttpServer server;
  private final TimeLimitedExecutor threads;
  private final List<Route> routes;

  private HttpEndpoint(InetSocketAddress address, List<Route> routes, Duration limit)
      throws IOException {
    this.routes = List.copyOf(routes);
    server = HttpServer.create(address, BACKLOG);
    threads = new TimeLimitedExecutor(THREADS, limit);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts a server that runs until closed.
   *
   * @param host the name or address to listen on
   * @param port 0 to 65535; 0 selects a free port
   * @param routes the first route that matches a path handles the request
   * @throws IOException if the address is not available
   */
  public static HttpEndpoint start(String host, int port, List<Route> routes) throws IOException {
    return start(host, port, routes, LIMIT);
  }

  /** Starts a server with another time limit of a request. */
  static HttpEndpoint start(String host, int port, List<Route> routes, Duration limit)
      throws IOException {
    return new HttpEndpoint(new InetSocketAddress(host, port), routes, limit);
  }

  /** Returns the port. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Optional<Route> found = routes.stream().filter(route -> route.matches(path)).findFirst();
      if (found.isEmpty()) {
        refuse(exchange, Response.line(404, "not found"));
      } else if (!found.get().method().allows(exchange.getRequestMethod())) {
        refuse(
            exchange,
            Response.line(405, "method not allowed").with("Allow", found.get().method().allowed()));
      } else {
        answer(exchange, found.get(), path);
      }
    }
  }

  private static void answer(HttpExchange exchange, Route route, String path) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(route.largestBody() + 1);
    if (body.length > route.largestBody()) {
      refuse(
          exchange,
          Response.line(
              413, "The body is too large. Send at most " + route.largestBody() + " bytes."));
      return;
    }
    send(exchange, answer(route, Request.of(route.rest(path), exchange.getRequestHeaders(), body)));
  }

  private static Response answer(Route route, Request request) {
    try {
      return route.page().answer(request);
    } catch (RuntimeException e) {
      log.atError().setCause(e).addKeyValue("path", route.path()).log("A handler failed");
      return Response.line(500, "internal error");
    }
  }

  /** Responds before the body is read and closes the connection. */
  private static void refuse(HttpExchange exchange, Response response) throws IOException {
    send(exchange, response.with("Connection", "close"));
    exchange.getResponseBody().flush();
    drain(exchange.getRequestBody());
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[8192];
    long left = MAX_DRAINED;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = body.read(buffer);
      left -= read;
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", response.contentType());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    response.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
