package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.EngineAgreement;
import io.sentimentstreams.benchmarks.kernels.Stopwatch.Time;
import io.sentimentstreams.benchmarks.result.Spread;
import io.sentimentstreams.model.network.Model;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Times contestants in turns, ours, peer, ours, peer, so that whatever else the machine does falls
 * on all of them; figures are medians over the turns, ratios are taken within a turn. Who computes
 * on the calling threads is timed by their processors' time, which leaves out what other programs
 * took.
 */
final class Rounds {

  private static final int ROUNDS = 9;

  /** Each of its calls takes so long that fewer must do. */
  private static final int ROUNDS_OF_DL4J = 3;

  /** The share of the time that goes into warming up. */
  private static final double WARM_UP = 0.35;

  private final ExecutorService threads;
  private final double peakGflops;

  /**
   * Measures with threads that are kept.
   *
   * @param threads at least as many as any shape asks for
   * @param peakGflops what one thread can do at most
   */
  Rounds(ExecutorService threads, double peakGflops) {
    this.threads = threads;
    this.peakGflops = peakGflops;
  }

  /**
   * Measures one shape of work.
   *
   * @param contestants ours first
   * @param nanos how long all of it may take; Deeplearning4j takes longer
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
        EngineAgreement.require(engines.get(0), engine, sequences);
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
    // Afterwards, because its threads go on spinning when a call has returned.
    for (int round = 0; round < ROUNDS_OF_DL4J; round++) {
      slow.forEach(watch -> add(times, watch, slice));
    }
    return row(shape, times);
  }

  private static void add(Map<Contestant, List<Time>> times, Stopwatch watch, long slice) {
    times.computeIfAbsent(watch.contestant(), one -> new ArrayList<>()).add(watch.run(slice));
  }

  private KernelRow row(KernelCase shape, Map<Contestant, List<Time>> times) {
    Map<Contestant, Spread> micros = new EnumMap<>(Contestant.class);
    times.forEach(
        (contestant, rounds) -> micros.put(contestant, Spread.of(like(contestant, rounds))));
    Contestant best = KernelRow.bestOfOurs(micros);
    List<Time> ours = times.getOrDefault(best, List.of());
    Map<Contestant, Spread> ratios = new EnumMap<>(Contestant.class);
    times.forEach(
        (contestant, rounds) -> {
          if (!contestant.isOurs()) {
            double[] beside = like(contestant, ours.subList(0, rounds.size()));
            ratios.put(contestant, Spread.ofQuotients(like(contestant, rounds), beside));
          }
        });
    double flopAMicro = shape.flop() / 1000;
    Spread gflops = Spread.of(ours.stream().mapToDouble(time -> flopAMicro / time.cpu()).toArray());
    return new KernelRow(shape, micros, ratios, gflops, gflops.over(peakGflops * shape.threads()));
  }

  /** Times of the kind that a contestant is timed by. */
  private static double[] like(Contestant contestant, List<Time> times) {
    return times.stream()
        .mapToDouble(time -> contestant.computesInCaller() ? time.cpu() : time.clock())
        .toArray();
  }
}
