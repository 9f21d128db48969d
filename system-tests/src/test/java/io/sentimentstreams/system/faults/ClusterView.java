package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.system.ChildProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.core.ConditionFactory;

/** The state of a cluster. Requests are repeated until they succeed. Thread-safe. */
final class ClusterView implements AutoCloseable {

  private static final String OFFSETS = "__consumer_offsets";
  private static final long ANSWER_SECONDS = 10;
  private static final ListConsumerGroupOffsetsOptions SETTLED =
      new ListConsumerGroupOffsetsOptions().requireStable(true);

  private final Admin admin;

  ClusterView(String bootstrapServers) {
    // A frozen broker accepts requests and never responds; retry with another one soon.
    admin =
        Admin.create(Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms", 3_000));
  }

  void createTopics(int partitions, Collection<String> names) {
    List<NewTopic> topics =
        names.stream().map(name -> new NewTopic(name, partitions, (short) 3)).toList();
    admin.createTopics(topics);
    awaitThat("topics to be created", () -> described(names).size() == names.size());
  }

  /** Waits until every broker runs and every replica is in sync. */
  void awaitAllInSync() {
    awaitThat("every replica in sync", this::areAllInSync);
  }

  /** Returns the id of the partition's leader. */
  int leader(String topic, int partition) {
    return ask("the leader of " + topic + "-" + partition, () -> found(topic, partition));
  }

  /** Returns the id of the group coordinator, which Kafka derives from the group's name. */
  int groupCoordinator(String group) {
    int partitions = ask("the offsets' topic", () -> partitions(OFFSETS));
    return leader(OFFSETS, Utils.toPositive(group.hashCode()) % partitions);
  }

  /** Returns the id of the coordinator of a transaction of the application, if it has one. */
  Optional<Integer> transactionCoordinator(String applicationId) {
    return ask("the transactions", () -> Optional.of(coordinatorNow(applicationId)));
  }

  /** Returns the id of the active controller. */
  int controller() {
    return ask(
        "the controller",
        () -> Optional.of(answer(admin.describeMetadataQuorum().quorumInfo()).leaderId()));
  }

  /** Waits until the topics have no open transaction. */
  void awaitNoOpenTransaction(Collection<String> topics) {
    awaitThat(
        "the end of all transactions",
        () ->
            ends(topics, IsolationLevel.READ_COMMITTED)
                .equals(ends(topics, IsolationLevel.READ_UNCOMMITTED)));
  }

  /** Returns the end offset of every partition for a {@code read_committed} consumer. */
  Map<TopicPartition, Long> ends(Collection<String> topics) {
    return ask(
        "the ends of " + topics, () -> Optional.of(ends(topics, IsolationLevel.READ_COMMITTED)));
  }

  /**
   * Returns the committed offsets of the group. A new coordinator may not have loaded the latest
   * offsets yet, although the answers are visible; the request is repeated until they are stable.
   */
  Map<TopicPartition, Long> committed(String group) {
    return ask(
        "the offsets of " + group,
        () -> {
          Map<TopicPartition, Long> offsets = new HashMap<>();
          answer(admin.listConsumerGroupOffsets(group, SETTLED).partitionsToOffsetAndMetadata())
              .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
          return Optional.of(offsets);
        });
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private boolean areAllInSync() throws Exception {
    if (answer(admin.describeCluster().nodes()).size() < ReplicatedCluster.BROKERS) {
      return false;
    }
    Collection<String> topics =
        answer(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    return described(topics).values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  private Optional<Integer> coordinatorNow(String applicationId) throws Exception {
    for (Map.Entry<Integer, KafkaFuture<Collection<TransactionListing>>> broker :
        answer(admin.listTransactions().byBrokerId()).entrySet()) {
      if (answer(broker.getValue()).stream()
          .anyMatch(listing -> listing.transactionalId().startsWith(applicationId))) {
        return Optional.of(broker.getKey());
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> found(String topic, int partition) throws Exception {
    return Optional.ofNullable(described(List.of(topic)).get(topic))
        .map(description -> description.partitions().get(partition))
        .map(TopicPartitionInfo::leader)
        .map(Node::id)
        .filter(id -> id >= 0);
  }

  private Optional<Integer> partitions(String topic) throws Exception {
    return Optional.ofNullable(described(List.of(topic)).get(topic))
        .map(description -> description.partitions().size());
  }

  private Map<String, TopicDescription> described(Collection<String> topics) throws Exception {
    return answer(admin.describeTopics(topics).allTopicNames());
  }

  private Map<TopicPartition, Long> ends(Collection<String> topics, IsolationLevel isolation)
      throws Exception {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    described(topics)
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        p ->
                            wanted.put(
                                new TopicPartition(name, p.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        answer(admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all()).entrySet()) {
      ends.put(end.getKey(), end.getValue().offset());
    }
    return ends;
  }

  private static <T> T answer(KafkaFuture<T> future) throws Exception {
    return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  /** Repeats a request until it returns a value; errors of brokers are ignored. */
  private static <T> T ask(String what, Callable<Optional<T>> question) {
    return patiently(what).until(question, Optional::isPresent).orElseThrow();
  }

  private static void awaitThat(String what, Callable<Boolean> question) {
    patiently(what).until(question);
  }

  private static ConditionFactory patiently(String what) {
    return await(what)
        .atMost(ChildProcess.TIMEOUT)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(e -> !(e instanceof InterruptedException));
  }
}
