package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.Quartiles;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Measurements of one shape.
 *
 * @param shape shape of work
 * @param micros microseconds per record by engine, of all threads together
 * @param ratios time of each peer divided by the time of our fastest engine
 * @param gflops billions of operations per second of our engine, by {@link KernelCase#flop}
 * @param peakShare proportion of the maximum rate of as many threads, 0 to 1
 */
public record KernelRow(
    KernelCase shape,
    Map<Contestant, Quartiles> micros,
    Map<Contestant, Quartiles> ratios,
    Quartiles gflops,
    Quartiles peakShare) {

  public KernelRow {
    micros = Collections.unmodifiableMap(new EnumMap<>(micros));
    ratios = ratios.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(ratios));
  }

  /** Returns the microseconds of our fastest engine. */
  Quartiles best() {
    return micros.getOrDefault(bestOfOurs(micros), new Quartiles(0, 0, 0));
  }

  /** Returns our fastest engine. */
  static Contestant bestOfOurs(Map<Contestant, Quartiles> micros) {
    return micros.entrySet().stream()
        .filter(entry -> entry.getKey().isOurs())
        .min(Comparator.comparingDouble(entry -> entry.getValue().median()))
        .orElseThrow(() -> new IllegalArgumentException("there are no measurements of our engine"))
        .getKey();
  }
}
