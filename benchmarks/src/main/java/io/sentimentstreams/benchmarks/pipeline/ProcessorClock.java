package io.sentimentstreams.benchmarks.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Recorder of the processor time of a process, ten times per second. */
final class ProcessorClock implements AutoCloseable {

  private static final long PERIOD_MILLIS = 100;

  private final ScheduledExecutorService notes = Executors.newSingleThreadScheduledExecutor();
  private final ConcurrentSkipListMap<Instant, Duration> taken = new ConcurrentSkipListMap<>();

  ProcessorClock(ChildProcess child) {
    var unused =
        notes.scheduleAtFixedRate(
            () -> taken.put(Instant.now(), child.processorTime()),
            0,
            PERIOD_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** Returns the processor seconds between two times. */
  double secondsBetween(Instant from, Instant to) {
    return (at(to) - at(from));
  }

  private double at(Instant moment) {
    Optional<Map.Entry<Instant, Duration>> before = Optional.ofNullable(taken.floorEntry(moment));
    Optional<Map.Entry<Instant, Duration>> after = Optional.ofNullable(taken.ceilingEntry(moment));
    if (before.isEmpty() || after.isEmpty()) {
      return seconds(before.or(() -> after).orElseThrow().getValue());
    }
    double span = seconds(Duration.between(before.get().getKey(), after.get().getKey()));
    double low = seconds(before.get().getValue());
    double high = seconds(after.get().getValue());
    double part = span == 0 ? 0 : seconds(Duration.between(before.get().getKey(), moment)) / span;
    return low + part * (high - low);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  @Override
  public void close() {
    notes.shutdownNow();
  }
}
