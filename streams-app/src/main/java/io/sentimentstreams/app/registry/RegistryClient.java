package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.app.config.OneLine;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * Client of a registry with Confluent's HTTP API, which Apicurio, Karapace and others also have.
 * Thread-safe.
 *
 * <p>A rejection counts as an answer only if it has a registry's error code. A 404 page of another
 * server or of a wrong path must not turn reviews into dead letters with an unknown schema.
 */
final class RegistryClient {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int MAX_RESPONSE_BYTES = 4 << 20;
  private static final int MAX_QUOTE_LENGTH = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_FOUND = 404;
  private static final String COMPATIBLE_PATH = "/apis/ccompat/";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Request with an answer of its own from any registry, with or without the schema. */
  private static final Route PROBE = new Route("/schemas/ids/1", Api.CONFLUENT, false);

  /** The API that a path belongs to. */
  private enum Api {
    /** Confluent's, at the given URL. */
    CONFLUENT,
    /** Apicurio's own; versions 2 and 3 have it. */
    APICURIO
  }

  /**
   * A path of an API.
   *
   * @param optional whether a registry may be without it
   */
  private record Route(String path, Api api, boolean optional) {

    URI at(URI base) {
      String start = base.toString().replaceAll("/+$", "");
      if (api == Api.APICURIO) {
        int end = start.indexOf(COMPATIBLE_PATH);
        start = start.substring(0, end < 0 ? start.length() : end) + "/apis/registry/v2";
      }
      return URI.create(start + path);
    }
  }

  private final HttpClient http;
  private final List<URI> urls;
  private final Optional<RegistryCredentials> credentials;
  private final Duration timeout;
  private final RegistryMeters meters;
  private volatile int preferred;

  /**
   * Creates a client without sending a request.
   *
   * @param settings of the registry
   * @param meters of the requests
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

  /**
   * Returns the schema of an id.
   *
   * @param id 0 to 2^32 - 1
   */
  RegistryResponse schema(long id) {
    return ask(new Route("/schemas/ids/" + id, Api.CONFLUENT, false), Optional.empty());
  }

  /** Returns the schema of a GUID; refused with 404 if the registry has no GUIDs. */
  RegistryResponse schema(UUID guid) {
    return ask(new Route("/schemas/guids/" + guid, Api.CONFLUENT, true), Optional.empty());
  }

  /** Returns whether all servers have the API of Apicurio in addition to that of Confluent. */
  boolean isApicurio() {
    return urls.stream().allMatch(url -> url.toString().contains(COMPATIBLE_PATH));
  }

  /**
   * Returns the content at a path of Apicurio's own API: any JSON, or a missing node for other
   * content. Refused with 404 if the path or the API does not exist.
   */
  RegistryResponse apicurio(String path) {
    return ask(new Route(path, Api.APICURIO, true), Optional.empty());
  }

  /** Returns a version of a subject. */
  RegistryResponse version(String subject, int version) {
    return ask(
        new Route(
            "/subjects/%s/versions/%d".formatted(encoded(subject), version), Api.CONFLUENT, false),
        Optional.empty());
  }

  /** Registers a schema, unless it is registered, and returns its id. */
  RegistryResponse register(String subject, Schema schema) {
    return ask(
        new Route("/subjects/%s/versions".formatted(encoded(subject)), Api.CONFLUENT, false),
        Optional.of(body(schema)));
  }

  /** Returns the id of a registered schema. */
  RegistryResponse lookUp(String subject, Schema schema) {
    return ask(
        new Route("/subjects/" + encoded(subject), Api.CONFLUENT, false),
        Optional.of(body(schema)));
  }

  /** Sends a request to each server until one answers, beginning with the last one that did. */
  private RegistryResponse ask(Route route, Optional<String> body) {
    RegistryUnavailableException last = null;
    int first = preferred;
    for (int i = 0; i < urls.size(); i++) {
      int server = (first + i) % urls.size();
      try {
        RegistryResponse answer = ask(urls.get(server), route, body);
        preferred = server;
        return answer;
      } catch (RegistryUnavailableException e) {
        meters.asked(Outcome.FAILED);
        last = e;
      }
    }
    throw last == null ? new IllegalStateException("A registry must have at least one URL.") : last;
  }

  private RegistryResponse ask(URI base, Route route, Optional<String> body) {
    URI url = route.at(base);
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
      if (route.optional() && isForeignNotFound(whole)) {
        RegistryResponse unused = ask(base, PROBE, Optional.empty());
        return new RegistryResponse.Refused(NOT_FOUND, 0, "no such path: " + url.getPath());
      }
      return answer(url, route.api(), whole.statusCode(), whole.body());
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
          "Request to the registry failed: schema.registry.token has characters that a header"
              + " cannot have",
          null);
    }
  }

  /** Returns whether a response is a 404 without the error code of a registry. */
  private static boolean isForeignNotFound(HttpResponse<byte[]> response) {
    return response.statusCode() == NOT_FOUND && errorCode(json(response.body())) == 0;
  }

  private static int errorCode(JsonNode json) {
    return json.path("error_code").isInt() ? json.path("error_code").intValue() : 0;
  }

  private RegistryResponse answer(URI url, Api api, int status, byte[] content) {
    JsonNode json = json(content);
    if (status == 200 && (json.isObject() || api == Api.APICURIO)) {
      meters.asked(Outcome.ANSWERED);
      return new RegistryResponse.Given(json);
    }
    int code = errorCode(json);
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

  static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shortened(String message) {
    String line = OneLine.of(message);
    return line.length() <= MAX_QUOTE_LENGTH ? line : line.substring(0, MAX_QUOTE_LENGTH) + "...";
  }
}
