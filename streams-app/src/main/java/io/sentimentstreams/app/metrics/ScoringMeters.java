package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Records what happens to reviews. Every series exists from the start, so that a rate over it never
 * misses the first event. Thread-safe.
 *
 * <p>What a transaction did that was rolled back is counted too: after a failure the counters can
 * be ahead of the topics.
 */
public final class ScoringMeters {

  private final Clock clock;
  private final Map<SentimentLabel, Counter> scored;
  private final Map<DeadLetterReason, Counter> deadLetters;
  private final Map<DropReason, Counter> leftOut;
  private final Timer decoding;
  private final Timer tokenizing;
  private final Timer scoring;
  private final Timer publishWait;
  private final Timer endToEnd;
  private final TextMeters texts;
  private final Counter threadsReplaced;
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
      PrometheusMeterRegistry registry, ModelReference reference, ReferenceHistograms validated) {
    clock = registry.config().clock();
    DefinedMeters meters = new DefinedMeters(registry);
    Tags model = Tags.of("model", reference.getName(), "version", reference.getVersion());
    scored = scored(meters, model);
    deadLetters = deadLetters(meters);
    leftOut = leftOut(meters);
    decoding = meters.timer(MeterDefinition.DECODING, Tags.empty());
    tokenizing = meters.timer(MeterDefinition.TOKENIZING, model);
    scoring = meters.timer(MeterDefinition.SCORING, model);
    publishWait = meters.timer(MeterDefinition.PUBLISH_LATENCY, Tags.empty());
    endToEnd = meters.timer(MeterDefinition.E2E_LATENCY, model);
    texts = new TextMeters(meters, model, validated);
    threadsReplaced = meters.counter(MeterDefinition.THREADS_REPLACED, Tags.empty());
    meters.gauge(MeterDefinition.OLDEST_DEAD_LETTER, Tags.empty(), this::secondsOfOldestDeadLetter);
    meters.gauge(MeterDefinition.MODEL_INFO, model.and("sha256", reference.getSha256()), () -> 1);
  }

  /** Times the reading of one record; one that cannot be read is not timed. */
  public <T> T timeDecoding(Supplier<T> work) {
    return timed(decoding, work);
  }

  /** Times the tokenizing of one text; a failure is not timed. */
  public EncodedText timeTokenizing(Supplier<EncodedText> work) {
    return timed(tokenizing, work);
  }

  /** Times the network on one text; a failure is not timed. */
  public ScoredText timeScoring(Supplier<ScoredText> work) {
    return timed(scoring, work);
  }

  private <T> T timed(Timer timer, Supplier<T> work) {
    long start = clock.monotonicTime();
    T result = work.get();
    timer.record(clock.monotonicTime() - start, TimeUnit.NANOSECONDS);
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
    texts.record(text);
  }

  /** What times how long records wait in one producer; not thread-safe. */
  public PublishLatency newPublishWait() {
    return new PublishLatency(publishWait, clock::monotonicTime);
  }

  /** A scored review was not counted by item. */
  public void leftOut(DropReason why) {
    of(leftOut, why).increment();
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
    long now = clock.wallTime();
    return oldest.map(then -> Math.max(0, now - then.toEpochMilli()) / 1_000.0).orElse(0.0);
  }

  private static Map<SentimentLabel, Counter> scored(DefinedMeters meters, Tags model) {
    Map<SentimentLabel, Counter> counters = new EnumMap<>(SentimentLabel.class);
    for (SentimentLabel label : SentimentLabel.values()) {
      counters.put(
          label, meters.counter(MeterDefinition.REVIEWS_SCORED, model.and("label", label.name())));
    }
    return Collections.unmodifiableMap(counters);
  }

  private static Map<DeadLetterReason, Counter> deadLetters(DefinedMeters meters) {
    Map<DeadLetterReason, Counter> counters = new EnumMap<>(DeadLetterReason.class);
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      counters.put(
          reason, meters.counter(MeterDefinition.DEAD_LETTERS, Tags.of("reason", reason.name())));
    }
    return Collections.unmodifiableMap(counters);
  }

  private static Map<DropReason, Counter> leftOut(DefinedMeters meters) {
    Map<DropReason, Counter> counters = new EnumMap<>(DropReason.class);
    for (DropReason why : DropReason.values()) {
      counters.put(
          why, meters.counter(MeterDefinition.ITEM_DROPPED, Tags.of("reason", why.name())));
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
}
