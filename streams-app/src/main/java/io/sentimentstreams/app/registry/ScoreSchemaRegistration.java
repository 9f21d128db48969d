package io.sentimentstreams.app.registry;

import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Gets the id of a schema that we write with. Immutable, thread-safe. */
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
   * Asks nothing yet.
   *
   * @param record the schema's name, without its namespace
   * @param topic where such records are written to
   */
  ScoreSchemaRegistration(
      RegistryClient client, RegistrySettings settings, String record, String topic) {
    this.client = client;
    this.settings = settings;
    schema = SchemaReleases.of(record).newest();
    subject = settings.naming().subject(topic, schema.getFullName());
  }

  /**
   * Asks until the registry answers.
   *
   * @param whileAway told each time that it does not
   * @throws RegistryConfigException if it refuses
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
          "the schema registry at %s does not give the id of %s under the subject %s (%s); %s"
              .formatted(
                  settings.urls(),
                  schema.getFullName(),
                  subject,
                  refused,
                  remedy(refused.status())),
          null);
    }
    RegistryResponse.Given given = (RegistryResponse.Given) answer;
    if (!given.body().path("id").isInt()) {
      throw new RegistryUnavailableException(
          "the registry answers without an id: is its URL right?", null);
    }
    return given.body().path("id").intValue();
  }

  private String remedy(int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          "check schema.registry.user and .password, or .token, and what they may do";
      case NOT_FOUND ->
          "register schemas/src/main/avro/%s.avsc there, or set schema.registry.registration=register"
              .formatted(schema.getName());
      case CONFLICT ->
          "another schema has that subject: choose another topic or schema.registry.subject, or set"
              + " the subject's compatibility";
      default -> "look into the registry's log";
    };
  }

  private static void rest(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryConfigException("interrupted while the schema registry was waited for", e);
    }
  }
}
