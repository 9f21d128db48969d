package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.app.registry.RegistryMeters.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * Asks a registry over Confluent's HTTP API, which Apicurio, Karapace and others have too.
 * Thread-safe.
 *
 * <p>Only what a registry says in its own words counts as its answer: a page "not found" of some
 * other server, or of a wrong path, must not let reviews look as if nobody knew their schema.
 */
final class RegistryClient {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int MAX_RESPONSE_BYTES = 4 << 20;
  private static final int MAX_QUOTE_LENGTH = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final HttpClient http;
  private final List<URI> urls;
  private final Optional<RegistryCredentials> credentials;
  private final Duration timeout;
  private final RegistryMeters meters;
  private volatile int preferred;

  /**
   * A client that has not asked anything yet.
   *
   * @param settings where to ask, and how
   * @param meters what counts requests
   * @throws RegistryConfigException if a file of keys or certificates cannot be used
   */
  RegistryClient(RegistrySettings settings, RegistryMeters meters) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout());
    RegistryTls.context(settings).ifPresent(builder::sslContext);
    http = builder.build();
    urls = settings.urls();
    credentials = settings.credentials();
    timeout = settings.timeout();
    this.meters = meters;
  }

  /** The schema that has an id. */
  RegistryResponse schema(int id) {
    return ask("/schemas/ids/" + Integer.toUnsignedString(id), Optional.empty());
  }

  /** One version of a subject. */
  RegistryResponse version(String subject, int version) {
    return ask("/subjects/%s/versions/%d".formatted(encoded(subject), version), Optional.empty());
  }

  /** Registers a schema; if it is there already, its id is given. */
  RegistryResponse register(String subject, Schema schema) {
    return ask("/subjects/%s/versions".formatted(encoded(subject)), Optional.of(body(schema)));
  }

  /** The id of a schema that is there. */
  RegistryResponse lookUp(String subject, Schema schema) {
    return ask("/subjects/" + encoded(subject), Optional.of(body(schema)));
  }

  /** Asks each server once, the one that answered last at first. */
  private RegistryResponse ask(String path, Optional<String> body) {
    RegistryUnavailableException last = null;
    int first = preferred;
    for (int i = 0; i < urls.size(); i++) {
      int server = (first + i) % urls.size();
      try {
        RegistryResponse answer = ask(urls.get(server), path, body);
        preferred = server;
        return answer;
      } catch (RegistryUnavailableException e) {
        meters.asked(Outcome.FAILED);
        last = e;
      }
    }
    throw last == null ? new IllegalStateException("A registry must have at least one URL.") : last;
  }

  private RegistryResponse ask(URI base, String path, Optional<String> body) {
    URI url = URI.create(base.toString().replaceAll("/+$", "") + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Accept", MEDIA_TYPE + ", application/json");
    credentials.ifPresent(shown -> show(shown, request));
    body.ifPresent(
        json -> request.header("Content-Type", MEDIA_TYPE).POST(BodyPublishers.ofString(json)));
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request.build(), info -> new LimitedBodySubscriber(MAX_RESPONSE_BYTES));
    try {
      // The request's own timeout ends with the answer's head.
      HttpResponse<byte[]> whole = response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return answer(url, whole.statusCode(), whole.body());
    } catch (ExecutionException e) {
      throw new RegistryUnavailableException(
          "No response from %s: %s".formatted(url, e.getCause()), e);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new RegistryUnavailableException(
          "No response from %s within %d ms".formatted(url, timeout.toMillis()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException(
          "Interrupted during a request to %s".formatted(url), e);
    }
  }

  private static void show(RegistryCredentials credentials, HttpRequest.Builder request) {
    try {
      request.header("Authorization", credentials.authorization());
    } catch (ConfigException e) {
      throw new RegistryUnavailableException(
          "Request to the registry failed: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      // Its message has the secret.
      throw new RegistryUnavailableException(
          "Request to the registry failed: schema.registry.token has characters that a header cannot have",
          null);
    }
  }

  private RegistryResponse answer(URI url, int status, byte[] content) {
    JsonNode json = json(content);
    if (status == 200 && json.isObject()) {
      meters.asked(Outcome.ANSWERED);
      return new RegistryResponse.Given(json);
    }
    int code = json.path("error_code").isInt() ? json.path("error_code").intValue() : 0;
    boolean isOwn = code != 0 || status == UNAUTHORIZED || status == FORBIDDEN;
    if (isOwn && status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
      meters.asked(Outcome.REFUSED);
      return new RegistryResponse.Refused(status, code, shortened(message(json)));
    }
    throw new RegistryUnavailableException(
        "Response of %s is not that of a schema registry: HTTP status %d. Check schema.registry.url."
            .formatted(url, status),
        null);
  }

  private static String message(JsonNode json) {
    return json.path("message").isTextual() ? json.path("message").textValue() : "";
  }

  private static JsonNode json(byte[] content) {
    try {
      return MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    } catch (IOException e) {
      throw new IllegalStateException("Response cannot be read from memory.", e);
    }
  }

  private static String body(Schema schema) {
    return MAPPER.createObjectNode().put("schema", schema.toString()).toString();
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shortened(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_QUOTE_LENGTH ? line : line.substring(0, MAX_QUOTE_LENGTH) + "...";
  }
}
