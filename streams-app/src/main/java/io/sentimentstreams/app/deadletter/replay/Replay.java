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
 * Writes the records of dead letters again to where they came from, from where the group has come
 * to until the end as it is at first: what comes back meanwhile waits for the next replay. Not
 * thread-safe.
 */
public final class Replay {

  private final DeadLetterTopic topic;
  private final ReplayPolicy rule;
  private final long limit;
  private final ReplaySink delivery;
  private ReplayReport report = ReplayReport.nothing();

  /**
   * A replay that is not begun.
   *
   * @param topic reads the dead letters
   * @param rule decides about each
   * @param limit how many are replayed at most
   * @param delivery takes what is to be replayed
   */
  public Replay(DeadLetterTopic topic, ReplayPolicy rule, long limit, ReplaySink delivery) {
    this.topic = topic;
    this.rule = rule;
    this.limit = limit;
    this.delivery = delivery;
  }

  /**
   * Replays.
   *
   * @return what was done
   * @throws ReplayStoppedException if it could not go on; {@link #report} tells what was done
   */
  public ReplayReport run() {
    topic.readOn(this::replay);
    return report;
  }

  /** What is done so far. */
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
