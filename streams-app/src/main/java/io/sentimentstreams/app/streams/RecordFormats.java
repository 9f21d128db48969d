package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.config.InputFormat;
import io.sentimentstreams.app.config.Settings;
import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.app.registry.RegistryMeters;
import io.sentimentstreams.app.registry.SchemaRegistry;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.review.JsonReviewDecoder;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.TextReviewDecoder;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;

/** The formats of the input and output topics, with or without a schema registry. Thread-safe. */
public final class RecordFormats implements AutoCloseable {

  private final RecordEncoder<ReviewScore> unregistered = RecordEncoder.of(ReviewScore.class);
  private final InputFormat input;
  private final Optional<SchemaRegistry> registry;

  /**
   * Creates the formats that the settings select.
   *
   * @throws RegistryConfigException if keys or certificates for the registry cannot be used
   */
  public RecordFormats(Settings settings, RegistryMeters meters) {
    input = settings.inputFormat();
    registry =
        settings
            .registry()
            .map(where -> new SchemaRegistry(where, settings.topics().scores(), meters));
  }

  /** Creates a decoder of reviews for one task. */
  public ReviewDecoder newReviewDecoder() {
    return switch (input) {
      case AVRO -> new AvroReviewDecoder(newAvroDecoder());
      case JSON -> new JsonReviewDecoder();
      case TEXT -> new TextReviewDecoder();
    };
  }

  /** Returns the encoder of scores; must not be called before {@link #open}. */
  public RecordEncoder<ReviewScore> scoreEncoder() {
    return registry.map(SchemaRegistry::encoder).orElse(unregistered);
  }

  /** Returns a consumer that holds back reviews whose schema is not known yet. */
  public Consumer<byte[], byte[]> gated(Consumer<byte[], byte[]> consumer) {
    return registry
        .filter(there -> input == InputFormat.AVRO)
        .map(there -> SchemaGatedConsumer.of(consumer, there::isKnown, there.waitingPartitions()))
        .orElse(consumer);
  }

  /**
   * Registers the schema of scores, if a registry is configured. Blocks until the registry
   * responds.
   *
   * @throws RegistryConfigException if the registry rejects the request
   */
  public void open() {
    registry.ifPresent(SchemaRegistry::open);
  }

  /** Returns the reason why scoring is blocked, for people; empty if it is not. */
  Optional<String> blockedBy() {
    return registry.flatMap(SchemaRegistry::waitsFor);
  }

  @Override
  public void close() {
    registry.ifPresent(SchemaRegistry::close);
  }

  private RecordDecoder<ReviewEvent> newAvroDecoder() {
    return registry
        .map(SchemaRegistry::newDecoder)
        .orElseGet(() -> RecordDecoder.of(ReviewEvent.class));
  }
}
