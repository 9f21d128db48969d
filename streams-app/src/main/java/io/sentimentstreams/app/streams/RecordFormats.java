package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.app.registry.RegistryMeters;
import io.sentimentstreams.app.registry.RegistrySettings;
import io.sentimentstreams.app.registry.SchemaRegistry;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.review.InputFormat;
import io.sentimentstreams.app.review.JsonReviewDecoder;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.TextReviewDecoder;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaClientSupplier;

/** How the values of the topics are written, with a schema registry or without. Thread-safe. */
public final class RecordFormats implements AutoCloseable {

  private final RecordEncoder<ReviewScore> unregistered = RecordEncoder.of(ReviewScore.class);
  private final InputFormat input;
  private final Optional<SchemaRegistry> registry;

  /**
   * Creates the formats.
   *
   * @param registry the schema registry, if one is used
   * @param scoresTopic the topic that the schema of scores is registered for
   * @throws RegistryConfigException if keys or certificates for the registry cannot be used
   */
  public RecordFormats(
      InputFormat input,
      Optional<RegistrySettings> registry,
      String scoresTopic,
      RegistryMeters meters) {
    this.input = input;
    this.registry = registry.map(where -> new SchemaRegistry(where, scoresTopic, meters));
  }

  /** How reviews are read, one for each task. */
  public Supplier<ReviewDecoder> reviews() {
    return switch (input) {
      case AVRO -> () -> new AvroReviewDecoder(decoder());
      case JSON -> JsonReviewDecoder::new;
      case TEXT -> TextReviewDecoder::new;
    };
  }

  /** How scores are written; not to be asked before {@link #open}. */
  public Supplier<RecordEncoder<ReviewScore>> scores() {
    return () -> registry.map(SchemaRegistry::encoder).orElse(unregistered);
  }

  /** Clients that hold back the reviews which cannot be read yet. */
  public KafkaClientSupplier holding(KafkaClientSupplier clients) {
    return registry
        .filter(there -> input == InputFormat.AVRO)
        .map(there -> there.holding(clients))
        .orElse(clients);
  }

  /**
   * Gets what must be there before a score can be written; waits as long as the registry does not
   * answer.
   *
   * @throws RegistryConfigException if it refuses
   */
  public void open() {
    registry.ifPresent(SchemaRegistry::open);
  }

  /** What cannot go on at this moment, for people. */
  Optional<String> waitsFor() {
    return registry.flatMap(SchemaRegistry::waitsFor);
  }

  @Override
  public void close() {
    registry.ifPresent(SchemaRegistry::close);
  }

  private RecordDecoder<ReviewEvent> decoder() {
    return registry
        .map(SchemaRegistry::newDecoder)
        .orElseGet(() -> RecordDecoder.of(ReviewEvent.class));
  }
}
