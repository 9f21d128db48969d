package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.SchemaHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A processor that scores one record at a time and forwards a score or a dead letter. Key,
 * timestamp, partition and headers do not change, except that a score has no header with the
 * review's schema. Not thread-safe: Kafka Streams creates one per task.
 */
public final class ScoreProcessor
    extends ContextualProcessor<byte[], byte[], byte[], PartitionedValue> {

  private static final Logger log = LoggerFactory.getLogger(ScoreProcessor.class);

  private final ReviewReader reader;
  private final ReviewScorer scorer;
  private final Supplier<RecordEncoder<ReviewScore>> encoder;
  private final List<ScoreBranch> branches;
  private final DeadLetters deadLetters;
  private final ScoringMeters meters;

  /**
   * Creates the processor of one task.
   *
   * @param reader decodes and validates records; used by this processor alone
   * @param scorer scores reviews; used by this processor alone
   * @param encoder supplies the encoder of scores; not called before the first score
   * @param branches the extensions' branches; used by this processor alone
   * @param deadLetters creates dead letters
   * @param meters records times and counts
   */
  public ScoreProcessor(
      ReviewReader reader,
      ReviewScorer scorer,
      Supplier<RecordEncoder<ReviewScore>> encoder,
      List<ScoreBranch> branches,
      DeadLetters deadLetters,
      ScoringMeters meters) {
    this.reader = reader;
    this.scorer = scorer;
    this.encoder = encoder;
    this.branches = List.copyOf(branches);
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata where =
        context()
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("The record has no topic."));
    ReviewScore score;
    try {
      long start = meters.now();
      ReviewEvent review = reader.read(record, where);
      meters.decoded(start);
      score = scorer.score(review, record.timestamp());
    } catch (UnscorableRecordException why) {
      forwardDeadLetter(record, where, why);
      return;
    }
    forwardScore(record, where, score);
  }

  private void forwardScore(
      Record<byte[], byte[]> record, RecordMetadata where, ReviewScore score) {
    PartitionedValue value = new PartitionedValue(encoder.get().encode(score), where.partition());
    context()
        .forward(
            record.withValue(value).withHeaders(scoreHeaders(record.headers())),
            ScoringTopology.WRITE_SCORES);
    for (ScoreBranch branch : branches) {
      branch
          .record(score, record.timestamp(), where.partition())
          .ifPresent(keyed -> context().forward(keyed, branch.sink()));
    }
  }

  /** Drops headers with the schema of the review, because consumers would read scores with it. */
  private static Headers scoreHeaders(Headers headers) {
    for (Header header : headers) {
      if (SchemaHeaders.describesValue(header.key())) {
        List<Header> kept = new ArrayList<>();
        headers.forEach(
            each -> {
              if (!SchemaHeaders.describesValue(each.key())) {
                kept.add(each);
              }
            });
        return new RecordHeaders(kept);
      }
    }
    return headers;
  }

  private void forwardDeadLetter(
      Record<byte[], byte[]> record, RecordMetadata where, UnscorableRecordException why) {
    meters.deadLettered(why.reason());
    report(where, why);
    Record<byte[], byte[]> letter = deadLetters.of(record, where, why);
    context()
        .forward(
            letter.withValue(new PartitionedValue(letter.value(), where.partition())),
            ScoringTopology.WRITE_DEAD_LETTERS);
  }

  /**
   * Logs a failure of the model as a warning and anything else at DEBUG. Invalid records can be
   * frequent; a metric counts them.
   */
  private static void report(RecordMetadata where, UnscorableRecordException why) {
    if (why.reason() == DeadLetterReason.SCORING_FAILED) {
      log.atWarn()
          .addKeyValue("topic", where.topic())
          .addKeyValue("partition", where.partition())
          .addKeyValue("offset", where.offset())
          .addKeyValue(
              "cause", why.getCause() == null ? "unknown" : why.getCause().getClass().getName())
          .log("The model failed on a review");
    } else {
      log.atDebug()
          .addKeyValue("reason", why.reason())
          .addKeyValue("topic", where.topic())
          .addKeyValue("partition", where.partition())
          .addKeyValue("offset", where.offset())
          .log("Wrote a dead letter");
    }
  }
}
