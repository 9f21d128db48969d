package io.sentimentstreams.app.registry;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schemas of reviews and scores in a registry. Thread-safe. */
public final class SchemaRegistry implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SchemaRegistry.class);

  private final Set<TopicPartition> waiting = ConcurrentHashMap.newKeySet();
  private final WriterSchemaCache schemas;
  private final ScoreSchemaRegistration scores;
  private volatile Optional<RecordEncoder<ReviewScore>> encoder = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Creates an object without sending a request.
   *
   * @param settings of the registry
   * @param scoreTopic topic of the scores
   * @param meters of the requests
   * @throws RegistryConfigException if a file of keys or certificates cannot be used
   */
  public SchemaRegistry(RegistrySettings settings, String scoreTopic, RegistryMeters meters) {
    RegistryClient client = new RegistryClient(settings, meters);
    WriterSchemaFetcher fetched =
        new WriterSchemaFetcher(
            client,
            settings.idKind(),
            SchemaReleases.of(ReviewEvent.class.getSimpleName()).newest());
    schemas = new WriterSchemaCache(fetched::of, System::nanoTime);
    scores =
        new ScoreSchemaRegistration(
            client, settings, ReviewScore.class.getSimpleName(), scoreTopic);
    meters.watch(waiting::size);
  }

  /**
   * Gets the id of the schema of scores. Waits until the registry answers.
   *
   * @throws RegistryConfigException if the registry rejects the schema
   */
  public void open() {
    int id = scores.await(this::isAway);
    encoder = Optional.of(RecordEncoder.of(ReviewScore.class, id));
    log.atInfo().addKeyValue("id", id).log("Received the id of the score schema");
  }

  /** Returns the partitions that wait for a schema; consumers update this thread-safe set. */
  public Set<TopicPartition> waitingPartitions() {
    return waiting;
  }

  /**
   * Returns whether a schema was fetched, or is known to be unusable; if neither, starts to fetch
   * it.
   */
  public boolean isKnown(SchemaId id) {
    return schemas.isKnown(id);
  }

  /** Returns a new decoder of reviews, for one thread. */
  public RecordDecoder<ReviewEvent> newDecoder() {
    return RecordDecoder.of(ReviewEvent.class, schemas);
  }

  /** Returns the encoder of scores, after the registry was {@linkplain #open opened}. */
  public RecordEncoder<ReviewScore> encoder() {
    return encoder.orElseThrow();
  }

  /** Returns the work that waits for the registry, in words; empty if none waits. */
  public Optional<String> waitsFor() {
    if (encoder.isEmpty()) {
      return Optional.of("the schema registry: " + trouble.orElse("not asked yet"));
    }
    Optional<String> away = schemas.trouble();
    if (waiting.isEmpty() || away.isEmpty()) {
      return Optional.empty();
    }
    String partitions =
        waiting.stream().map(TopicPartition::toString).sorted().collect(Collectors.joining(", "));
    return Optional.of("the schema registry, with %s: %s".formatted(partitions, away.get()));
  }

  @Override
  public void close() {
    schemas.close();
  }

  private void isAway(RegistryUnavailableException why) {
    String message = String.valueOf(why.getMessage());
    if (!trouble.equals(Optional.of(message))) {
      log.atWarn()
          .addKeyValue("cause", message)
          .log("Schema registry is unavailable; startup waits and retries");
    }
    trouble = Optional.of(message);
  }
}
