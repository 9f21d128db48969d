package io.sentimentstreams.app.registry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.function.Consumer;

/** Factory of encoders for producers of reviews with a schema registry. */
public final class RegisteredReviews {

  private RegisteredReviews() {}

  /**
   * Returns an encoder in the registries' wire format. Waits until the registry answers.
   *
   * @param settings of the registry
   * @param topic of the reviews
   * @param whileAway receives a message for people after each failed attempt
   * @throws RegistryConfigException if the registry rejects the request
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
