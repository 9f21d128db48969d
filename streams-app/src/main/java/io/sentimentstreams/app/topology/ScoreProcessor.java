package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.item.ItemKey;
import io.sentimentstreams.app.item.ItemTopology;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores one record where it stands: a score goes to one child, a dead letter to the other. Key,
 * timestamp, headers and partition stay as they are. Not thread-safe: Kafka Streams makes one per
 * task.
 */
final class ScoreProcessor extends ContextualProcessor<byte[], byte[], byte[], PartitionedValue> {

  private static final Logger log = LoggerFactory.getLogger(ScoreProcessor.class);

  private final Supplier<RecordEncoder<ReviewScore>> encoder;
  private final ReviewReader reader;
  private final ReviewScorer scorer;
  private final DeadLetters deadLetters;
  private final ItemKey items;

  /** What this application alone reads needs no registry. */
  private final RecordEncoder<ReviewScore> between = RecordEncoder.of(ReviewScore.class);

  private final ScoringMeters meters;

  ScoreProcessor(
      ReviewReader reader,
      ReviewScorer scorer,
      Supplier<RecordEncoder<ReviewScore>> encoder,
      DeadLetters deadLetters,
      ItemKey items,
      ScoringMeters meters) {
    this.encoder = encoder;
    this.reader = reader;
    this.scorer = scorer;
    this.deadLetters = deadLetters;
    this.items = items;
    this.meters = meters;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata where =
        context()
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a record must come from a topic"));
    ReviewScore score;
    try {
      ReviewEvent review = meters.timeDecoding(() -> reader.read(record, where));
      score = scorer.score(review, record.timestamp());
    } catch (UnscorableRecordException why) {
      giveUp(record, where, why);
      return;
    }
    context()
        .forward(
            record.withValue(new PartitionedValue(encoder.get().encode(score), where.partition())),
            ScoringTopology.WRITE_SCORES);
    items
        .of(score)
        .ifPresent(
            item ->
                context()
                    .forward(
                        new Record<>(
                            item,
                            new PartitionedValue(between.encode(score), where.partition()),
                            record.timestamp()),
                        ItemTopology.WRITE_ITEM_SCORES));
  }

  private void giveUp(
      Record<byte[], byte[]> record, RecordMetadata where, UnscorableRecordException why) {
    meters.deadLettered(why.reason());
    report(where, why);
    Record<byte[], byte[]> letter = deadLetters.of(record, where, why);
    context()
        .forward(
            letter.withValue(new PartitionedValue(letter.value(), where.partition())),
            ScoringTopology.WRITE_DEAD_LETTERS);
  }

  /** A fault of ours is worth a warning; foreign records could flood the log, and are counted. */
  private static void report(RecordMetadata where, UnscorableRecordException why) {
    if (why.reason() == DeadLetterReason.SCORING_FAILED) {
      log.warn(
          "event=scoring-failed topic={} partition={} offset={} cause={}",
          where.topic(),
          where.partition(),
          where.offset(),
          why.getCause() == null ? "unknown" : why.getCause().getClass().getName());
    } else {
      log.debug(
          "event=dead-lettered reason={} topic={} partition={} offset={}",
          why.reason(),
          where.topic(),
          where.partition(),
          where.offset());
    }
  }
}
