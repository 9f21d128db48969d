package io.sentimentstreams.app.registry;

import io.sentimentstreams.model.json.InvalidJsonException;
import io.sentimentstreams.model.json.JsonValue;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Registration or lookup of the schema of written records. Thread-safe. */
final class ScoreSchemaRegistration {

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final RegistryClient client;
  private final RegistrySettings settings;
  private final String subject;
  private final Schema schema;

  /**
   * Creates a registration without sending a request.
   *
   * @param record name of the schema, without its namespace
   * @param topic of the records
   */
  ScoreSchemaRegistration(
      RegistryClient client, RegistrySettings settings, String record, String topic) {
    this.client = client;
    this.settings = settings;
    schema = SchemaReleases.of(record).newest();
    subject = settings.naming().subject(topic, schema.getFullName());
  }

  /**
   * Returns the id of the schema. Waits until the registry answers.
   *
   * @param whileAway receives the error of each failed attempt
   * @throws RegistryConfigException if the registry rejects the schema
   */
  int await(Consumer<RegistryUnavailableException> whileAway) {
    BackOff backOff = new BackOff(FIRST_WAIT, MAX_WAIT);
    while (true) {
      try {
        return ask();
      } catch (RegistryUnavailableException e) {
        whileAway.accept(e);
        rest(backOff.next());
      }
    }
  }

  private int ask() {
    RegistryResponse answer =
        settings.registration() == SchemaRegistration.REGISTER
            ? client.register(subject, schema)
            : client.lookUp(subject, schema);
    if (answer instanceof RegistryResponse.Refused refused) {
      throw new RegistryConfigException(
          "Schema registry at %s returned no id of %s for subject %s: %s. %s."
              .formatted(
                  settings.urls(),
                  schema.getFullName(),
                  subject,
                  refused,
                  remedy(refused.status())),
          null);
    }
    RegistryResponse.Given given = (RegistryResponse.Given) answer;
    try {
      return JsonValue.of("", given.body()).field("id").integer(0, Integer.MAX_VALUE);
    } catch (InvalidJsonException e) {
      throw new RegistryUnavailableException(
          "Response without an id: %s. Check schema.registry.url.".formatted(e.getMessage()), e);
    }
  }

  private String remedy(int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          "Check schema.registry.user and .password, or .token, and their permissions";
      case NOT_FOUND ->
          "Register schemas/src/main/avro/%s.avsc, or set schema.registry.registration=register"
              .formatted(schema.getName());
      case CONFLICT ->
          "The subject has an incompatible schema: change topics.scores or schema.registry.subject,"
              + " or the compatibility of the subject";
      default -> "See the log of the registry";
    };
  }

  private static void rest(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryConfigException(
          "Startup was interrupted before the schema registry answered. Restart.", e);
    }
  }
}
