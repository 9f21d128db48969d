package io.sentimentstreams.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Topics of a single trial.
 *
 * @param bootstrapServers cluster
 * @param name name of the trial and of the consumer group
 * @param partitions number of partitions per topic
 */
record TrialTopics(String bootstrapServers, String name, int partitions) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long RETRY_MILLIS = 50;

  String reviews() {
    return name + "-reviews";
  }

  String scores() {
    return name + "-scores";
  }

  String deadLetters() {
    return name + "-dead-letters";
  }

  /** Creates the topics. */
  void create() {
    administer(
        admin -> {
          List<NewTopic> topics =
              Stream.of(reviews(), scores(), deadLetters())
                  .map(topic -> new NewTopic(topic, partitions, (short) 1))
                  .toList();
          admin.createTopics(topics).all().get();
          // After the controller has answered, the broker may still be creating the logs.
          for (NewTopic topic : topics) {
            awaitLog(admin, topic.name());
          }
        });
  }

  private void awaitLog(Admin admin, String topic) throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      try {
        var unused = offsets(admin, topic);
        return;
      } catch (ExecutionException e) {
        boolean notYet = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!notYet || System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }

  /** Deletes the topics, which frees their disk space. */
  void delete() {
    administer(
        admin -> admin.deleteTopics(List.of(reviews(), scores(), deadLetters())).all().get());
  }

  /** Returns the number of records without a score. */
  long unscored() {
    long[] count = new long[1];
    administer(admin -> count[0] = offsets(admin, deadLetters()));
    return count[0];
  }

  private long offsets(Admin admin, String topic) throws ExecutionException, InterruptedException {
    long sum = 0;
    for (int i = 0; i < partitions; i++) {
      TopicPartition partition = new TopicPartition(topic, i);
      sum +=
          admin
              .listOffsets(Map.of(partition, OffsetSpec.latest()))
              .partitionResult(partition)
              .get()
              .offset();
    }
    return sum;
  }

  /** Request to a cluster. */
  private interface Request {
    void send(Admin admin) throws ExecutionException, InterruptedException;
  }

  private void administer(Request request) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      request.send(admin);
    } catch (ExecutionException e) {
      throw new PipelineFailedException("Cannot use the topics of " + name + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineFailedException("interrupted while topics were made", e);
    }
  }
}
