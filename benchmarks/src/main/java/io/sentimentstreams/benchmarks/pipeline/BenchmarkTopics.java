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
 * The topics of one trial, which no other trial touches.
 *
 * @param bootstrapServers where the cluster is
 * @param name of the trial, and of the group that reads the reviews
 * @param partitions of each topic
 */
record BenchmarkTopics(String bootstrapServers, String name, int partitions) {

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

  /** Makes them. */
  void create() {
    administer(
        admin -> {
          List<NewTopic> topics =
              Stream.of(reviews(), scores(), deadLetters())
                  .map(topic -> new NewTopic(topic, partitions, (short) 1))
                  .toList();
          admin.createTopics(topics).all().get();
          // The controller has answered, the broker may not have made the logs yet.
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

  /** Takes them away, with the disk space that they hold. */
  void delete() {
    administer(
        admin -> admin.deleteTopics(List.of(reviews(), scores(), deadLetters())).all().get());
  }

  /** How many records could not be scored. */
  long refused() {
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

  /** Something that is asked of a cluster. */
  private interface Request {
    void send(Admin admin) throws ExecutionException, InterruptedException;
  }

  private void administer(Request request) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      request.send(admin);
    } catch (ExecutionException e) {
      throw new PipelineFailedException("the topics of " + name + " cannot be used", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineFailedException("interrupted while topics were made", e);
    }
  }
}
