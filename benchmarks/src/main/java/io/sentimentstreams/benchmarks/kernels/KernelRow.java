package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.Spread;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was measured of one shape of work.
 *
 * @param shape the work
 * @param micros microseconds a record, of all threads together
 * @param ratios how many times as long as ours, at its best, each peer took
 * @param gflops billions of operations a second that ours did, by {@link KernelCase#flop}
 * @param peakShare of what as many threads could do at most, 0 to 1
 */
public record KernelRow(
    KernelCase shape,
    Map<Contestant, Spread> micros,
    Map<Contestant, Spread> ratios,
    Spread gflops,
    Spread peakShare) {

  public KernelRow {
    micros = Collections.unmodifiableMap(new EnumMap<>(micros));
    ratios = ratios.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(ratios));
  }

  /** The microseconds of the fastest of what is of this project. */
  Spread best() {
    return micros.getOrDefault(bestOfOurs(micros), new Spread(0, 0, 0));
  }

  /** The fastest of what is of this project. */
  static Contestant bestOfOurs(Map<Contestant, Spread> micros) {
    return micros.entrySet().stream()
        .filter(entry -> entry.getKey().isOurs())
        .min(Comparator.comparingDouble(entry -> entry.getValue().median()))
        .orElseThrow(() -> new IllegalArgumentException("nothing of ours is measured"))
        .getKey();
  }
}
