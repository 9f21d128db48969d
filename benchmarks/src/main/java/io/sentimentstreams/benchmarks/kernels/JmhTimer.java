package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.ScoreComparison;
import io.sentimentstreams.benchmarks.result.Quartiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Timer with JMH, each engine in its own Java virtual machine. It needs an idle machine. */
final class JmhTimer {

  private static final int WARM_UPS = 5;
  private static final int MEASUREMENTS = 5;
  private static final TimeValue ITERATION = TimeValue.milliseconds(500);

  private final double peakGflops;

  /**
   * Creates a timer.
   *
   * @param peakGflops maximum rate of one thread
   */
  JmhTimer(double peakGflops) {
    this.peakGflops = peakGflops;
  }

  /**
   * Measures one shape.
   *
   * @param contestants engines, ours first
   * @throws MeasurementException if JMH fails
   */
  KernelRow measure(KernelCase shape, List<Contestant> contestants) {
    requireAgreement(shape, contestants);
    Map<Contestant, Quartiles> micros = new EnumMap<>(Contestant.class);
    for (Contestant contestant : contestants) {
      micros.put(contestant, measure(shape, contestant));
    }
    return row(shape, micros);
  }

  private static void requireAgreement(KernelCase shape, List<Contestant> contestants) {
    int[][] sequences = shape.batches(1)[0];
    try (Engine ours = contestants.get(0).open(shape.model(), 1)) {
      for (Contestant contestant : contestants.subList(1, contestants.size())) {
        try (Engine peer = contestant.open(shape.model(), shape.threads())) {
          ScoreComparison.require(ours, peer, sequences);
        }
      }
    }
  }

  private static Quartiles measure(KernelCase shape, Contestant contestant) {
    int callers = contestant.callers(shape.threads());
    Options options =
        new OptionsBuilder()
            .include("^" + ForwardBenchmark.class.getName() + "\\.score$")
            .param("contestant", contestant.name())
            .param("cell", shape.cell().name())
            .param("hidden", Integer.toString(shape.hidden()))
            .param("length", Integer.toString(shape.length()))
            .param("batch", Integer.toString(shape.batch()))
            .param("threads", Integer.toString(shape.threads()))
            .threads(callers)
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(ITERATION)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(ITERATION)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(
                "--add-modules=jdk.incubator.vector",
                "-Dlogback.configurationFile=benchmarks-logback.xml")
            .build();
    try {
      Statistics iterations = new Runner(options).runSingle().getPrimaryResult().getStatistics();
      double records = (double) callers * shape.batch();
      return new Quartiles(
              iterations.getPercentile(50),
              iterations.getPercentile(25),
              iterations.getPercentile(75))
          .over(records);
    } catch (RunnerException e) {
      throw new MeasurementException(
          "JMH did not measure %s on %s".formatted(contestant.label(), shape.label()), e);
    }
  }

  private KernelRow row(KernelCase shape, Map<Contestant, Quartiles> micros) {
    Quartiles ours = known(micros, KernelRow.bestOfOurs(micros));
    Map<Contestant, Quartiles> ratios = new EnumMap<>(Contestant.class);
    micros.forEach(
        (contestant, peer) -> {
          if (!contestant.isOurs()) {
            ratios.put(
                contestant,
                new Quartiles(
                    peer.median() / ours.median(),
                    peer.low() / ours.high(),
                    peer.high() / ours.low()));
          }
        });
    double flopAMicro = shape.flop() / 1000;
    Quartiles gflops =
        new Quartiles(
            flopAMicro / ours.median(), flopAMicro / ours.high(), flopAMicro / ours.low());
    return new KernelRow(shape, micros, ratios, gflops, gflops.over(peakGflops * shape.threads()));
  }

  private static Quartiles known(Map<Contestant, Quartiles> micros, Contestant contestant) {
    Quartiles spread = micros.get(contestant);
    if (spread == null) {
      throw new AssertionError("no operations are counted for " + contestant);
    }
    return spread;
  }
}
