package io.sentimentstreams.app.registry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.function.Consumer;

/** What a producer of reviews needs of a schema registry. */
public final class RegisteredReviews {

  private RegisteredReviews() {}

  /**
   * Gets the id of the schema of reviews; waits as long as the registry does not answer.
   *
   * @param settings where to ask, and how
   * @param topic the topic that reviews are written to
   * @param whileAway told each time that no answer comes, for people
   * @return what writes reviews in the registries' wire format
   * @throws RegistryConfigException if the registry refuses
   */
  public static RecordEncoder<ReviewEvent> await(
      RegistrySettings settings, String topic, Consumer<String> whileAway) {
    RegistryClient client =
        new RegistryClient(settings, new RegistryMeters(new SimpleMeterRegistry()));
    ScoreSchemaRegistration schema =
        new ScoreSchemaRegistration(client, settings, ReviewEvent.class.getSimpleName(), topic);
    int id = schema.await(away -> whileAway.accept(String.valueOf(away.getMessage())));
    return RecordEncoder.of(ReviewEvent.class, id);
  }
}
