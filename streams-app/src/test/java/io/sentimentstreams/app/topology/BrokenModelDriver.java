package io.sentimentstreams.app.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.deadletter.DeadLetterOrigin;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.language.OpenNlpDetector;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A processor whose model fails on {@link #POISON}: the word has no vector in the network. */
final class BrokenModelDriver {

  /** A word with an index beyond the network's embedding. */
  static final String POISON = "confession";

  private static final String VOCABULARY = "a b c d e f g h i j k l m n o p q r s t u v w x y z ";

  private final MockProcessorContext<byte[], PartitionedValue> context =
      new MockProcessorContext<>();
  private final LoadedBundle bundle = TinyModel.inMemory();
  private final ScoreProcessor processor;

  /** Creates a driver that reads partition 3 of the input topic. */
  BrokenModelDriver(DeadLetterText text) {
    ActiveModel model = ActiveModel.of(bundle);
    ScoringMeters meters = new ScoringMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    processor =
        new ScoreProcessor(
            new ReviewReader(
                new AvroReviewDecoder(RecordDecoder.of(ReviewEvent.class)),
                ScoringDriver.REVIEW_MAX_BYTES),
            new ReviewScorer(
                new LanguageRouter(List.of(model.languageRoute()), new OpenNlpDetector()),
                Map.of(
                    model.route(),
                    new ModelScorer(model, newScorer(), meters.ofModel(model), Clock.systemUTC())),
                meters.ofLanguages(Set.of()),
                Clock.systemUTC(),
                ScoreListener.none()),
            () -> RecordEncoder.of(ReviewScore.class),
            List.of(),
            new DeadLetters(
                new DeadLetterOrigin("test", "1.2.3", model.description()),
                ScoringDriver.DEAD_LETTER_MAX_BYTES,
                text,
                Clock.systemUTC()),
            meters);
    context.setRecordMetadata("reviews", 3, 42);
    processor.init(context);
  }

  private TextScorer newScorer() {
    Tokenizer tokenizer =
        Tokenizer.fit(TokenizerSettings.keras(), List.of(VOCABULARY + VOCABULARY + POISON));
    return new TextScorer(
        PackedModel.of(bundle.bundle().model()), tokenizer, bundle.bundle().manifest().text());
  }

  /** Returns the exception that the model throws for {@link #POISON}. */
  RuntimeException failure() {
    try {
      newScorer().score(POISON);
    } catch (RuntimeException e) {
      requireNonNull(e.getMessage());
      return e;
    }
    throw new AssertionError("The model must fail.");
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
