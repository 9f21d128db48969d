package io.sentimentstreams.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Registers and fetches schemas as another application would, with code of its own. */
final class RegisteredSchemas {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  RegisteredSchemas(URI url) {
    this.url = url;
  }

  /** Registers a schema and gives its id. */
  int register(String subject, String schema) throws IOException, InterruptedException {
    String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    String body = MAPPER.createObjectNode().put("schema", schema).toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return answer(request).required("id").asInt();
  }

  /** The schema of an id. */
  String schema(int id) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)).build())
        .required("schema")
        .asText();
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          request + " was answered with " + response.statusCode() + ": " + response.body());
    }
    return MAPPER.readTree(response.body());
  }
}
