package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A schema registry in this process, with the part of the API that the application uses. */
final class LocalRegistry implements TestRegistry {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String IDS = "/schemas/ids/";
  private static final String GUIDS = "/schemas/guids/";

  private final List<String> schemas = new ArrayList<>();
  private HttpServer server;

  LocalRegistry() throws IOException {
    server = listen(0);
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public void start() throws IOException {
    server = listen(server.getAddress().getPort());
  }

  @Override
  public void close() {
    stop();
  }

  /** Returns the GUID of a schema. */
  static UUID guid(int id) {
    return new UUID(0, id);
  }

  private HttpServer listen(int port) throws IOException {
    HttpServer listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    listening.createContext("/", this::handle);
    listening.start();
    return listening;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(IDS) || path.startsWith(GUIDS)) {
        long id =
            path.startsWith(IDS)
                ? Long.parseLong(path.substring(IDS.length()))
                : UUID.fromString(path.substring(GUIDS.length())).getLeastSignificantBits();
        if (id < 1 || id > schemas.size()) {
          send(exchange, 404, "{\"error_code\": 40403, \"message\": \"Schema not found\"}");
        } else {
          send(exchange, 200, "{\"schema\": %s}".formatted(quoted(schemas.get((int) id - 1))));
        }
      } else {
        String schema = MAPPER.readTree(exchange.getRequestBody()).path("schema").asText();
        if (!schemas.contains(schema)) {
          schemas.add(schema);
        }
        send(exchange, 200, "{\"id\": %d}".formatted(schemas.indexOf(schema) + 1));
      }
    }
  }

  private static String quoted(String text) throws IOException {
    return MAPPER.writeValueAsString(text);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
