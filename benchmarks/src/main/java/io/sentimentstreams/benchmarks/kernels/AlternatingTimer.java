package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.ScoreComparison;
import io.sentimentstreams.benchmarks.kernels.Stopwatch.Time;
import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.model.network.Model;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Timer that alternates between engines, so that the load of the machine affects all of them.
 * Figures are medians over the rounds; ratios are computed within a round. Engines that compute on
 * the calling threads are measured in processor time, which excludes other programs.
 */
final class AlternatingTimer {

  private static final int ROUNDS = 9;

  /** Its calls are so slow that few rounds must be enough. */
  private static final int DL4J_ROUNDS = 3;

  /** Proportion of the time for the warm-up. */
  private static final double WARM_UP = 0.35;

  private final ExecutorService threads;
  private final double peakGflops;

  /**
   * Creates a timer with reusable threads.
   *
   * @param threads at least as many as any shape needs
   * @param peakGflops maximum rate of one thread
   */
  AlternatingTimer(ExecutorService threads, double peakGflops) {
    this.threads = threads;
    this.peakGflops = peakGflops;
  }

  /**
   * Measures one shape.
   *
   * @param contestants engines, ours first
   * @param nanos maximum duration; Deeplearning4j takes longer
   */
  KernelRow measure(KernelCase shape, List<Contestant> contestants, long nanos) {
    List<Engine> engines = new ArrayList<>();
    try {
      Model model = shape.model();
      for (Contestant contestant : contestants) {
        engines.add(contestant.open(model, shape.threads()));
      }
      int[][] sequences = shape.batches(1)[0];
      for (Engine engine : engines.subList(1, engines.size())) {
        ScoreComparison.require(engines.get(0), engine, sequences);
      }
      return measureEngines(shape, engines, nanos);
    } finally {
      engines.forEach(Engine::close);
    }
  }

  private KernelRow measureEngines(KernelCase shape, List<Engine> engines, long nanos) {
    List<Stopwatch> quick = new ArrayList<>();
    List<Stopwatch> slow = new ArrayList<>();
    for (Engine engine : engines) {
      Stopwatch watch = new Stopwatch(shape, engine, threads);
      (engine.contestant() == Contestant.DEEPLEARNING4J ? slow : quick).add(watch);
    }
    long warmUp = (long) (WARM_UP * nanos / quick.size());
    quick.forEach(watch -> watch.warmUp(warmUp));
    long slice = (long) ((1 - WARM_UP) * nanos / (ROUNDS * quick.size()));
    Map<Contestant, List<Time>> times = new EnumMap<>(Contestant.class);
    for (int round = 0; round < ROUNDS; round++) {
      quick.forEach(watch -> add(times, watch, slice));
    }
    // Deeplearning4j is last, because its threads spin after a call returns.
    for (int round = 0; round < DL4J_ROUNDS; round++) {
      slow.forEach(watch -> add(times, watch, slice));
    }
    return row(shape, times);
  }

  private static void add(Map<Contestant, List<Time>> times, Stopwatch watch, long slice) {
    times.computeIfAbsent(watch.contestant(), one -> new ArrayList<>()).add(watch.run(slice));
  }

  private KernelRow row(KernelCase shape, Map<Contestant, List<Time>> times) {
    Map<Contestant, Quartiles> micros = new EnumMap<>(Contestant.class);
    times.forEach(
        (contestant, rounds) -> micros.put(contestant, Quartiles.of(timesOf(contestant, rounds))));
    Contestant best = KernelRow.bestOfOurs(micros);
    List<Time> ours = times.getOrDefault(best, List.of());
    Map<Contestant, Quartiles> ratios = new EnumMap<>(Contestant.class);
    times.forEach(
        (contestant, rounds) -> {
          if (!contestant.isOurs()) {
            double[] beside = timesOf(contestant, ours.subList(0, rounds.size()));
            ratios.put(contestant, Quartiles.ofQuotients(timesOf(contestant, rounds), beside));
          }
        });
    double flopAMicro = shape.flop() / 1000;
    Quartiles gflops =
        Quartiles.of(ours.stream().mapToDouble(time -> flopAMicro / time.cpu()).toArray());
    return new KernelRow(shape, micros, ratios, gflops, gflops.over(peakGflops * shape.threads()));
  }

  /** Returns the times in the unit of an engine: processor or wall-clock time. */
  private static double[] timesOf(Contestant contestant, List<Time> times) {
    return times.stream()
        .mapToDouble(time -> contestant.computesInCaller() ? time.cpu() : time.clock())
        .toArray();
  }
}
