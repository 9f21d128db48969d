package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.ModelReference;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The meters of one model. Every series exists from the start. Recording allocates nothing.
 * Thread-safe.
 */
public final class ModelMeters {

  private final Clock clock;
  private final DecisionMeters decisions;
  private final Timer tokenizing;
  private final Timer scoring;
  private final Timer endToEnd;
  private final TextMeters texts;

  ModelMeters(DefinedMeters meters, TextHistograms histograms, ActiveModel model) {
    clock = meters.registry().config().clock();
    ModelReference reference = model.reference();
    Tags tags = Tags.of("model", reference.getName(), "version", reference.getVersion());
    decisions = new DecisionMeters(meters, tags, model);
    tokenizing = meters.timer(MeterDefinition.TOKENIZING, tags);
    scoring = meters.timer(MeterDefinition.SCORING, tags);
    endToEnd = meters.timer(MeterDefinition.E2E_LATENCY, tags);
    texts = new TextMeters(meters, histograms, tags, model);
    meters.gauge(MeterDefinition.MODEL_INFO, tags.and("sha256", reference.getSha256()), () -> 1);
  }

  /** Returns a monotonic time in nanoseconds, the start of a step. */
  public long now() {
    return clock.monotonicTime();
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
   * Records a score, with or without a label.
   *
   * @param decision of the model
   * @param text its token counts
   * @param age from the record's timestamp until now; a negative age counts as zero
   */
  public void scored(Decision decision, EncodedText text, Duration age) {
    decisions.record(decision);
    endToEnd.record(age.isNegative() ? Duration.ZERO : age);
    texts.record(decision, text);
  }
}
