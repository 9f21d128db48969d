package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.sentimentstreams.model.bundle.Histogram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads meters from their registry; several series of a meter are summed. Thread-safe. */
public final class MeterReadings {

  private final MeterRegistry registry;

  /**
   * Creates readings of meters that are registered now or later.
   *
   * @param registry whose values are totals since the process started
   */
  public MeterReadings(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Returns the totals. */
  public Totals totals() {
    return new Totals(
        counts(MeterDefinition.REVIEWS_SCORED, "label"),
        counts(MeterDefinition.REVIEWS_ABSTAINED, "reason"),
        counts(MeterDefinition.DEAD_LETTERS, "reason"),
        ofTimes(MeterDefinition.SCORING),
        ofTimes(MeterDefinition.E2E_LATENCY));
  }

  /** Returns the value of a gauge; empty if it is not registered or NaN. */
  public OptionalDouble gauge(MeterDefinition definition) {
    Gauge gauge = registry.find(definition.getName()).gauge();
    double value = gauge == null ? Double.NaN : gauge.value();
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Map<String, Long> counts(MeterDefinition definition, String label) {
    Map<String, Long> counts = new TreeMap<>();
    for (Counter counter : registry.find(definition.getName()).counters()) {
      String key = Objects.requireNonNullElse(counter.getId().getTag(label), "");
      counts.merge(key, (long) counter.count(), Long::sum);
    }
    return counts;
  }

  private Histogram ofTimes(MeterDefinition definition) {
    Collection<Timer> timers = registry.find(definition.getName()).timers();
    List<Histogram> histograms = new ArrayList<>();
    for (Timer timer : timers) {
      histograms.add(histogram(timer.takeSnapshot().histogramCounts(), timer.count()));
    }
    return sum(histograms);
  }

  /** Converts cumulative buckets to a histogram. */
  private static Histogram histogram(CountAtBucket[] buckets, long all) {
    List<Double> bounds = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    long below = 0;
    for (CountAtBucket bucket : buckets) {
      double upper = bucket.bucket(TimeUnit.SECONDS);
      if (Double.isFinite(upper)) {
        long upTo = Math.max(below, (long) bucket.count());
        bounds.add(upper);
        counts.add(upTo - below);
        below = upTo;
      }
    }
    counts.add(Math.max(0, all - below));
    return new Histogram(bounds, counts);
  }

  private static Histogram sum(List<Histogram> histograms) {
    if (histograms.isEmpty()) {
      return new Histogram(List.of(), List.of(0L));
    }
    List<Long> counts = new ArrayList<>(histograms.get(0).counts());
    for (Histogram more : histograms.subList(1, histograms.size())) {
      for (int i = 0; i < counts.size(); i++) {
        counts.set(i, counts.get(i) + more.counts().get(i));
      }
    }
    return new Histogram(histograms.get(0).upperBounds(), counts);
  }
}
