package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.kernels.CellKind;
import io.sentimentstreams.benchmarks.kernels.Grid;
import io.sentimentstreams.benchmarks.kernels.KernelsBenchmark;
import io.sentimentstreams.benchmarks.kernels.KernelsResult;
import io.sentimentstreams.benchmarks.result.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmark of the forward pass alone. */
@Command(
    name = "kernels",
    description = {
      "Measures the forward pass and compares it with ONNX Runtime and Deeplearning4j "
          + "on the same weights.",
      "Without --quick it uses JMH, takes about 90 minutes and needs an idle machine. "
          + "Use the options below to reduce the grid."
    },
    sortOptions = false)
final class KernelsCommand implements Callable<Integer> {

  @Option(
      names = "--quick",
      description = "Only the shapes with a target, measured in turns within a minute.")
  private boolean quick;

  @Option(
      names = "--seconds",
      defaultValue = "45",
      paramLabel = "N",
      description = "Duration of --quick in seconds (default: ${DEFAULT-VALUE}).")
  private int seconds = 45;

  @Option(
      names = "--cells",
      split = ",",
      paramLabel = "CELL",
      description = "Layers: ${COMPLETION-CANDIDATES} (default: all).")
  private List<CellKind> cells = List.of(CellKind.values());

  @Option(
      names = "--hidden",
      split = ",",
      defaultValue = "32,64,128,256",
      paramLabel = "N",
      description = "Widths of the state (default: ${DEFAULT-VALUE}).")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--lengths",
      split = ",",
      defaultValue = "20,100,200,500",
      paramLabel = "N",
      description = "Numbers of timesteps (default: ${DEFAULT-VALUE}).")
  private List<Integer> lengths = List.of();

  @Option(
      names = "--batches",
      split = ",",
      defaultValue = "1,8,32",
      paramLabel = "N",
      description = "Records per call (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Numbers of scoring threads (default: 1 and the number of cores).")
  private List<Integer> threads = List.of();

  private final BenchmarkContext bench;

  KernelsCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Origin origin = bench.origin(quick);
    KernelsBenchmark benchmark = new KernelsBenchmark(bench.err());
    KernelsResult result =
        quick
            ? benchmark.quick(origin, seconds)
            : benchmark.full(
                origin,
                new Grid(cells, hidden, lengths, batches, threads(origin.machine().cores())));
    bench.publish(KernelsResult.NAME, result);
    return 0;
  }

  private List<Integer> threads(int cores) {
    if (!threads.isEmpty()) {
      return threads;
    }
    List<Integer> both = new ArrayList<>(List.of(1));
    if (cores > 1) {
      both.add(cores);
    }
    return both;
  }
}
