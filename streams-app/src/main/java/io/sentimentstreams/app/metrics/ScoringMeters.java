package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.serving.ActiveModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The meters of scoring that no model has. Every series exists from the start, so a rate never
 * misses the first event. Recording allocates nothing. Thread-safe.
 *
 * <p>Work of an aborted transaction is counted too: after a failure, counters can be ahead of the
 * topics.
 */
public final class ScoringMeters {

  private final DefinedMeters meters;
  private final TextHistograms histograms;
  private final Clock clock;
  private final Map<DeadLetterReason, Counter> deadLetters = new EnumMap<>(DeadLetterReason.class);
  private final Timer decoding;
  private final Timer publishing;
  private final Counter threadsReplaced;

  /**
   * Registers every meter.
   *
   * @param registry of the process
   */
  public ScoringMeters(PrometheusMeterRegistry registry) {
    meters = new DefinedMeters(registry);
    histograms = new TextHistograms(meters);
    clock = registry.config().clock();
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      deadLetters.put(
          reason, meters.counter(MeterDefinition.DEAD_LETTERS, Tags.of("reason", reason.name())));
    }
    decoding = meters.timer(MeterDefinition.DECODING, Tags.empty());
    publishing = meters.timer(MeterDefinition.PUBLISH_LATENCY, Tags.empty());
    threadsReplaced = meters.counter(MeterDefinition.THREADS_REPLACED, Tags.empty());
  }

  /** Registers the meters of a model. */
  public ModelMeters ofModel(ActiveModel model) {
    return new ModelMeters(meters, histograms, model);
  }

  /**
   * Registers the meters of languages.
   *
   * @param routed the languages that have a route; empty if nothing is counted
   */
  public LanguageMeters ofLanguages(Set<String> routed) {
    return new LanguageMeters(meters, routed);
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

  /** Creates a timer of the records of one producer; not thread-safe. */
  public PublishLatency newPublishLatency() {
    return new PublishLatency(publishing, clock::monotonicTime);
  }

  /** Counts a dead letter. */
  public void deadLettered(DeadLetterReason reason) {
    Objects.requireNonNull(deadLetters.get(reason)).increment();
  }

  /** Counts a stream thread that was replaced. */
  public void threadReplaced() {
    threadsReplaced.increment();
  }
}
