package io.sentimentstreams.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET and HEAD for a fixed set of pages. Thread-safe. */
public final class HttpEndpoint implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpEndpoint.class);
  private static final int THREADS = 2;
  private static final int BACKLOG = 16;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Supplier<Response>> pages;

  private HttpEndpoint(InetSocketAddress address, Map<String, Supplier<Response>> pages)
      throws IOException {
    this.pages = Map.copyOf(pages);
    server = HttpServer.create(address, BACKLOG);
    threads = Executors.newFixedThreadPool(THREADS, namedDaemons());
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Listens and answers until closed.
   *
   * @param host the name or address to listen on
   * @param port 0 to 65535; 0 lets the operating system pick one
   * @param pages what answers, by exact path; asked by several threads at once
   * @throws IOException if the address cannot be listened on
   */
  public static HttpEndpoint start(String host, int port, Map<String, Supplier<Response>> pages)
      throws IOException {
    return new HttpEndpoint(new InetSocketAddress(host, port), pages);
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      Supplier<Response> page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        send(exchange, Response.line(404, "not found"));
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, Response.line(405, "method not allowed"));
      } else {
        send(exchange, answer(page, exchange));
      }
    }
  }

  private static Response answer(Supplier<Response> page, HttpExchange exchange) {
    try {
      return page.get();
    } catch (RuntimeException e) {
      log.error("event=page-failed path={}", exchange.getRequestURI().getPath(), e);
      return Response.line(500, "internal error");
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", response.contentType());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static ThreadFactory namedDaemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "http-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
