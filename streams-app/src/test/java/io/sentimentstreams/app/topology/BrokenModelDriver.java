package io.sentimentstreams.app.topology;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.deadletter.DeadLetterOrigin;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.item.ItemKey;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Scores with a model that fails on every text, in a message of its own choice. */
final class BrokenModelDriver {

  private final MockProcessorContext<byte[], PartitionedValue> context =
      new MockProcessorContext<>();
  private final ScoreProcessor processor;

  /**
   * Reads partition 3 of the reviews.
   *
   * @param message of the failure, for a text
   */
  BrokenModelDriver(Function<String, String> message, DeadLetterText text) {
    ActiveModel model = new ActiveModel(TinyModel.inMemory(), Optional.empty());
    ScoringMeters meters =
        new ScoringMeters(
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            model.reference(),
            model.validated());
    processor =
        new ScoreProcessor(
            new ReviewReader(
                new AvroReviewDecoder(RecordDecoder.of(ReviewEvent.class)),
                ScoringDriver.REVIEW_MAX_BYTES),
            new ReviewScorer(
                model,
                review -> {
                  throw new IllegalArgumentException(message.apply(review));
                },
                encoded -> {
                  throw new IllegalStateException("nothing comes so far");
                },
                meters,
                Clock.systemUTC(),
                ScoreListener.none()),
            () -> RecordEncoder.of(ReviewScore.class),
            new DeadLetters(
                new DeadLetterOrigin("test", "1.2.3", model.description()),
                ScoringDriver.DEAD_LETTER_MAX_BYTES,
                text,
                Clock.systemUTC()),
            ItemKey.none(),
            meters);
    context.setRecordMetadata("reviews", 3, 42);
    processor.init(context);
  }

  void publish(byte[] key, byte[] value) {
    processor.process(new Record<>(key, value, 5));
  }

  boolean hasScore() {
    return !context.forwarded(ScoringTopology.WRITE_SCORES).isEmpty();
  }

  Record<? extends byte[], ? extends PartitionedValue> deadLetter() {
    return context.forwarded(ScoringTopology.WRITE_DEAD_LETTERS).get(0).record();
  }
}
