package io.sentimentstreams.app.deadletter.replay;

import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A replay of dead letters to the input topic, from the group's committed offsets to the end at the
 * start. Dead letters that arrive during the replay wait for the next one. Not thread-safe.
 */
public final class Replay {

  private final DeadLetterTopic topic;
  private final ReplayPolicy rule;
  private final long limit;
  private final ReplaySink delivery;
  private ReplayReport report = ReplayReport.nothing();

  /**
   * Creates a replay.
   *
   * @param topic reads the dead letters
   * @param rule selects the dead letters to replay
   * @param limit the maximum number of replayed records
   * @param delivery writes the records
   */
  public Replay(DeadLetterTopic topic, ReplayPolicy rule, long limit, ReplaySink delivery) {
    this.topic = topic;
    this.rule = rule;
    this.limit = limit;
    this.delivery = delivery;
  }

  /**
   * Runs the replay.
   *
   * @return its result
   * @throws ReplayStoppedException if an error stops it; {@link #report} has the result so far
   */
  public ReplayReport run() {
    topic.readOn(this::replay);
    return report;
  }

  /** Returns the result so far. */
  public ReplayReport report() {
    return report;
  }

  private boolean replay(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    ReplayReport after = report;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (after.replayed() >= limit) {
        break;
      }
      ReplayPolicy.Decision decision = rule.decide(new DeadLetter(record));
      if (decision instanceof ReplayPolicy.Decision.Send send) {
        batch.add(send.original());
      }
      after = after.with(decision);
      reached.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    delivery.deliver(batch, reached);
    report = after;
    return report.replayed() < limit;
  }
}
