package io.sentimentstreams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sentimentstreams.bundle.ReferenceHistograms;
import io.sentimentstreams.deadletter.DeadLetterReason;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import io.sentimentstreams.scoring.ScoredText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Records what happens to reviews. Every series exists from the start, so that a rate over it never
 * misses the first event. Thread-safe.
 *
 * <p>What a transaction did that was rolled back is counted too: after a failure the counters can
 * be ahead of the topics.
 */
public final class ScoringMeters {

  private static final Duration[] SCORING_BOUNDS =
      Stream.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000)
          .map(micros -> Duration.ofNanos(1_000L * micros))
          .toArray(Duration[]::new);
  private static final Duration[] END_TO_END_BOUNDS =
      Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000, 600_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);
  private static final double[] TOKEN_BOUNDS = {10, 25, 50, 100, 150, 200, 300, 400, 600, 1000};
  private static final double[] SCORE_BOUNDS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
  private static final double[] RATIO_BOUNDS = {0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};

  private final MeterRegistry registry;
  private final Map<SentimentLabel, Counter> scored;
  private final Map<DeadLetterReason, Counter> deadLetters;
  private final Timer decoding;
  private final Timer scoring;
  private final Timer endToEnd;
  private final DistributionSummary scores;
  private final DistributionSummary tokens;
  private final DistributionSummary outOfVocabulary;
  private final Counter truncated;
  private final Counter threadsReplaced;
  private final DriftMeters drift;
  private volatile Optional<Instant> oldest = Optional.empty();
  private volatile boolean oldestIsKnown;

  /**
   * Registers every meter.
   *
   * @param registry where
   * @param reference the model that scores
   * @param validated what the model saw on its validation texts
   */
  public ScoringMeters(
      MeterRegistry registry, ModelReference reference, ReferenceHistograms validated) {
    this.registry = registry;
    Tags model = Tags.of("model", reference.getName(), "version", reference.getVersion());
    scored = scored(model);
    deadLetters = deadLetters();
    decoding = timer(MeterDefinition.DECODING, Tags.empty(), SCORING_BOUNDS);
    scoring = timer(MeterDefinition.SCORING, model, SCORING_BOUNDS);
    endToEnd = timer(MeterDefinition.END_TO_END, Tags.empty(), END_TO_END_BOUNDS);
    scores = summary(MeterDefinition.SCORES, model, SCORE_BOUNDS);
    tokens = summary(MeterDefinition.TOKENS, Tags.empty(), TOKEN_BOUNDS);
    outOfVocabulary = summary(MeterDefinition.OUT_OF_VOCABULARY, Tags.empty(), RATIO_BOUNDS);
    drift = new DriftMeters(registry, model, validated);
    truncated = counter(MeterDefinition.REVIEWS_TRUNCATED, Tags.empty());
    threadsReplaced = counter(MeterDefinition.THREADS_REPLACED, Tags.empty());
    Gauge.builder(MeterDefinition.OLDEST_DEAD_LETTER.meterName(), this::secondsOfOldestDeadLetter)
        .description(MeterDefinition.OLDEST_DEAD_LETTER.description())
        .baseUnit(MeterDefinition.OLDEST_DEAD_LETTER.unit())
        .register(registry);
    Gauge.builder(MeterDefinition.MODEL_ACTIVE.meterName(), () -> 1)
        .description(MeterDefinition.MODEL_ACTIVE.description())
        .baseUnit(MeterDefinition.MODEL_ACTIVE.unit())
        .tags(model.and("sha256", reference.getSha256()))
        .register(registry);
  }

  /** Times the reading of one record; one that cannot be read is not timed. */
  public <T> T timeDecoding(Supplier<T> work) {
    return timed(decoding, work);
  }

  /** Times the scoring of one text; a failure is not timed. */
  public ScoredText timeScoring(Supplier<ScoredText> work) {
    return timed(scoring, work);
  }

  private <T> T timed(Timer timer, Supplier<T> work) {
    long start = registry.config().clock().monotonicTime();
    T result = work.get();
    timer.record(registry.config().clock().monotonicTime() - start, TimeUnit.NANOSECONDS);
    return result;
  }

  /**
   * A score was made.
   *
   * @param label of the score
   * @param text what became of the text
   * @param age from the record's timestamp until now; below zero counts as zero
   */
  public void scored(SentimentLabel label, ScoredText text, Duration age) {
    of(scored, label).increment();
    endToEnd.record(age.isNegative() ? Duration.ZERO : age);
    scores.record(text.score());
    tokens.record(text.tokens());
    drift.record(text);
    if (text.tokens() > 0) {
      outOfVocabulary.record((double) text.outOfVocabulary() / text.tokens());
    }
    if (text.truncated() > 0) {
      truncated.increment();
    }
  }

  /** A record went to the dead-letter topic. */
  public void deadLettered(DeadLetterReason reason) {
    of(deadLetters, reason).increment();
  }

  /**
   * The dead-letter topic was looked at.
   *
   * @param timestamp of its oldest record, if it has any
   */
  public void oldestDeadLetter(Optional<Instant> timestamp) {
    oldest = timestamp;
    oldestIsKnown = true;
  }

  /** The dead-letter topic could not be looked at. */
  public void oldestDeadLetterIsUnknown() {
    oldestIsKnown = false;
  }

  /** A stream thread died and was replaced. */
  public void threadReplaced() {
    threadsReplaced.increment();
  }

  private double secondsOfOldestDeadLetter() {
    if (!oldestIsKnown) {
      return Double.NaN;
    }
    long now = registry.config().clock().wallTime();
    return oldest.map(then -> Math.max(0, now - then.toEpochMilli()) / 1_000.0).orElse(0.0);
  }

  private Map<SentimentLabel, Counter> scored(Tags model) {
    Map<SentimentLabel, Counter> counters = new EnumMap<>(SentimentLabel.class);
    for (SentimentLabel label : SentimentLabel.values()) {
      counters.put(
          label, counter(MeterDefinition.REVIEWS_SCORED, model.and("label", label.name())));
    }
    return Collections.unmodifiableMap(counters);
  }

  private Map<DeadLetterReason, Counter> deadLetters() {
    Map<DeadLetterReason, Counter> counters = new EnumMap<>(DeadLetterReason.class);
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      counters.put(reason, counter(MeterDefinition.DEAD_LETTERS, Tags.of("reason", reason.name())));
    }
    return Collections.unmodifiableMap(counters);
  }

  private static <K> Counter of(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter == null) {
      throw new AssertionError("there is a counter for every value, but none for " + key);
    }
    return counter;
  }

  private Counter counter(MeterDefinition definition, Tags tags) {
    return Counter.builder(definition.meterName())
        .description(definition.description())
        .baseUnit(definition.unit())
        .tags(tags)
        .register(registry);
  }

  private Timer timer(MeterDefinition definition, Tags tags, Duration[] bounds) {
    return Timer.builder(definition.meterName())
        .description(definition.description())
        .serviceLevelObjectives(bounds)
        .tags(tags)
        .register(registry);
  }

  private DistributionSummary summary(MeterDefinition definition, Tags tags, double[] bounds) {
    return DistributionSummary.builder(definition.meterName())
        .description(definition.description())
        .baseUnit(definition.unit())
        .serviceLevelObjectives(bounds)
        .tags(tags)
        .register(registry);
  }
}
