package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.EngineAgreement;
import io.sentimentstreams.benchmarks.result.Spread;
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

/** Times contestants with JMH, each in a virtual machine of its own. For a quiet machine. */
final class JmhForks {

  private static final int WARM_UPS = 5;
  private static final int MEASUREMENTS = 5;
  private static final TimeValue ITERATION = TimeValue.milliseconds(500);

  private final double peakGflops;

  /**
   * Measures shares of a limit.
   *
   * @param peakGflops what one thread can do at most
   */
  JmhForks(double peakGflops) {
    this.peakGflops = peakGflops;
  }

  /**
   * Measures one shape of work.
   *
   * @param contestants ours first
   * @throws MeasurementException if JMH does not come to an end
   */
  KernelRow measure(KernelCase shape, List<Contestant> contestants) {
    requireAgreement(shape, contestants);
    Map<Contestant, Spread> micros = new EnumMap<>(Contestant.class);
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
          EngineAgreement.require(ours, peer, sequences);
        }
      }
    }
  }

  private static Spread measure(KernelCase shape, Contestant contestant) {
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
      return new Spread(
              iterations.getPercentile(50),
              iterations.getPercentile(25),
              iterations.getPercentile(75))
          .over(records);
    } catch (RunnerException e) {
      throw new MeasurementException(
          "JMH did not measure %s on %s".formatted(contestant.label(), shape.label()), e);
    }
  }

  private KernelRow row(KernelCase shape, Map<Contestant, Spread> micros) {
    Spread ours = known(micros, KernelRow.bestOfOurs(micros));
    Map<Contestant, Spread> ratios = new EnumMap<>(Contestant.class);
    micros.forEach(
        (contestant, peer) -> {
          if (!contestant.isOurs()) {
            ratios.put(
                contestant,
                new Spread(
                    peer.median() / ours.median(),
                    peer.low() / ours.high(),
                    peer.high() / ours.low()));
          }
        });
    double flopAMicro = shape.flop() / 1000;
    Spread gflops =
        new Spread(flopAMicro / ours.median(), flopAMicro / ours.high(), flopAMicro / ours.low());
    return new KernelRow(shape, micros, ratios, gflops, gflops.over(peakGflops * shape.threads()));
  }

  private static Spread known(Map<Contestant, Spread> micros, Contestant contestant) {
    Spread spread = micros.get(contestant);
    if (spread == null) {
      throw new AssertionError("nothing is measured of " + contestant);
    }
    return spread;
  }
}
