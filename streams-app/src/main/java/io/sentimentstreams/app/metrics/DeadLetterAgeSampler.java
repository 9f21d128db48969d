package io.sentimentstreams.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the timestamp of the oldest dead letter every 30 s. Thread-safe. */
public final class DeadLetterAgeSampler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterAgeSampler.class);
  private static final long INTERVAL_SECONDS = 30;
  private static final long TIMEOUT_SECONDS = 20;

  private final Supplier<Admin> clients;
  private final String topic;
  private final DeadLetterAge age;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "dead-letter-age");
            daemon.setDaemon(true);
            return daemon;
          });
  private Optional<Admin> admin = Optional.empty();

  /**
   * Creates a sampler that is not started.
   *
   * @param clients creates a client, which this object closes
   * @param topic the dead-letter topic
   * @param age receives the samples
   */
  public DeadLetterAgeSampler(Supplier<Admin> clients, String topic, DeadLetterAge age) {
    this.clients = clients;
    this.topic = topic;
    this.age = age;
  }

  /** Starts sampling. */
  public synchronized void start() {
    Admin client = clients.get();
    admin = Optional.of(client);
    var unused =
        thread.scheduleWithFixedDelay(() -> sample(client), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void close() {
    thread.shutdownNow();
    admin.ifPresent(client -> client.close(Duration.ZERO));
  }

  private void sample(Admin client) {
    try {
      age.observed(oldest(client));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      age.unknown();
      log.atWarn()
          .addKeyValue("topic", topic)
          .addKeyValue("cause", e.getCause() == null ? e : e.getCause())
          .log("Cannot read the age of the oldest dead letter; trying again in 30 s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the smallest timestamp of all partitions' first records, found by time lookup. */
  private Optional<Instant> oldest(Admin client)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<String, TopicDescription> described =
        client
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    for (TopicDescription description : described.values()) {
      for (TopicPartitionInfo partition : description.partitions()) {
        first.put(new TopicPartition(topic, partition.partition()), OffsetSpec.forTimestamp(0));
      }
    }
    return client
        .listOffsets(first, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .values()
        .stream()
        .filter(found -> found.offset() >= 0)
        .map(ListOffsetsResultInfo::timestamp)
        .map(Instant::ofEpochMilli)
        .min(Instant::compareTo);
  }
}
