package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.SentimentLabel;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The meters of scoring. Every series exists from the start, so a rate never misses the first
 * event. Recording allocates nothing. Thread-safe.
 *
 * <p>Work of an aborted transaction is counted too: after a failure, counters can be ahead of the
 * topics.
 */
public final class ScoringMeters {

  private final Clock clock;
  private final Map<SentimentLabel, Counter> scored;
  private final Map<DeadLetterReason, Counter> deadLetters;
  private final Timer decoding;
  private final Timer tokenizing;
  private final Timer scoring;
  private final Timer publishing;
  private final Timer endToEnd;
  private final TextMeters texts;
  private final Counter threadsReplaced;

  /**
   * Registers every meter.
   *
   * @param registry of the process
   * @param reference the model that scores
   * @param validated histograms of the model's validation texts
   */
  public ScoringMeters(
      PrometheusMeterRegistry registry, ModelReference reference, ReferenceHistograms validated) {
    clock = registry.config().clock();
    DefinedMeters meters = new DefinedMeters(registry);
    Tags model = Tags.of("model", reference.getName(), "version", reference.getVersion());
    scored =
        counters(
            SentimentLabel.class,
            label ->
                meters.counter(MeterDefinition.REVIEWS_SCORED, model.and("label", label.name())));
    deadLetters =
        counters(
            DeadLetterReason.class,
            reason ->
                meters.counter(MeterDefinition.DEAD_LETTERS, Tags.of("reason", reason.name())));
    decoding = meters.timer(MeterDefinition.DECODING, Tags.empty());
    tokenizing = meters.timer(MeterDefinition.TOKENIZING, model);
    scoring = meters.timer(MeterDefinition.SCORING, model);
    publishing = meters.timer(MeterDefinition.PUBLISH_LATENCY, Tags.empty());
    endToEnd = meters.timer(MeterDefinition.E2E_LATENCY, model);
    texts = new TextMeters(meters, model, validated);
    threadsReplaced = meters.counter(MeterDefinition.THREADS_REPLACED, Tags.empty());
    meters.gauge(MeterDefinition.MODEL_INFO, model.and("sha256", reference.getSha256()), () -> 1);
  }

  /** Returns a monotonic time in nanoseconds, the start of a step. */
  public long now() {
    return clock.monotonicTime();
  }

  /**
   * Records that a record was decoded.
   *
   * @param start returned by {@link #now} before the step
   */
  public void decoded(long start) {
    decoding.record(now() - start, TimeUnit.NANOSECONDS);
  }

  /**
   * Records that a text was tokenized.
   *
   * @param start returned by {@link #now} before the step
   * @return the time now, the start of the next step
   */
  public long tokenized(long start) {
    long end = now();
    tokenizing.record(end - start, TimeUnit.NANOSECONDS);
    return end;
  }

  /**
   * Records that the network ran over a text.
   *
   * @param start returned by {@link #now} or {@link #tokenized} before the step
   */
  public void ranNetwork(long start) {
    scoring.record(now() - start, TimeUnit.NANOSECONDS);
  }

  /**
   * Records a score.
   *
   * @param label of the score
   * @param text the score and the token counts
   * @param age from the record's timestamp until now; a negative age counts as zero
   */
  public void scored(SentimentLabel label, ScoredText text, Duration age) {
    of(scored, label).increment();
    endToEnd.record(age.isNegative() ? Duration.ZERO : age);
    texts.record(text);
  }

  /** Creates a timer of the records of one producer; not thread-safe. */
  public PublishLatency newPublishLatency() {
    return new PublishLatency(publishing, clock::monotonicTime);
  }

  /** Counts a dead letter. */
  public void deadLettered(DeadLetterReason reason) {
    of(deadLetters, reason).increment();
  }

  /** Counts a stream thread that was replaced. */
  public void threadReplaced() {
    threadsReplaced.increment();
  }

  private static <K extends Enum<K>> Map<K, Counter> counters(
      Class<K> keys, Function<K, Counter> counter) {
    Map<K, Counter> counters = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      counters.put(key, counter.apply(key));
    }
    return Collections.unmodifiableMap(counters);
  }

  private static <K> Counter of(Map<K, Counter> counters, K key) {
    return Objects.requireNonNull(counters.get(key));
  }
}
