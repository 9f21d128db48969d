package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.metrics.ScoringMeters;
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

/** Looks now and then how old the oldest dead letter of the topic is. Thread-safe. */
final class DeadLetterWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterWatch.class);
  private static final long SECONDS_BETWEEN = 30;
  private static final long TIMEOUT_SECONDS = 20;

  private final Connection connection;
  private final ScoringMeters meters;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "dead-letter-watch");
            daemon.setDaemon(true);
            return daemon;
          });
  private Optional<Admin> admin = Optional.empty();

  /**
   * A watch that does not look yet.
   *
   * @param connection names the cluster and the topic
   * @param meters what is told
   */
  DeadLetterWatch(Connection connection, ScoringMeters meters) {
    this.connection = connection;
    this.meters = meters;
  }

  /** Looks from now on. */
  synchronized void start() {
    Admin client = new KafkaClients(connection).admin("dead-letter-watch");
    admin = Optional.of(client);
    var unused =
        thread.scheduleWithFixedDelay(() -> look(client), 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void close() {
    thread.shutdownNow();
    admin.ifPresent(client -> client.close(Duration.ZERO));
  }

  private void look(Admin client) {
    try {
      meters.oldestDeadLetter(oldest(client));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      meters.oldestDeadLetterIsUnknown();
      log.warn(
          "event=dead-letters-not-seen topic={} cause=\"{}\"",
          connection.topics().deadLetter(),
          e.getCause() == null ? e.toString() : e.getCause().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asked by time, a broker says which record is the first that is not older, and of when it is.
   */
  private Optional<Instant> oldest(Admin client)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    String topic = connection.topics().deadLetter();
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
