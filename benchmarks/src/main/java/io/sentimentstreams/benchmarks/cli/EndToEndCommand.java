package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.pipeline.Launcher;
import io.sentimentstreams.benchmarks.pipeline.PipelineBenchmark;
import io.sentimentstreams.benchmarks.pipeline.PipelineBenchmark.Plan;
import io.sentimentstreams.benchmarks.pipeline.PipelineResult;
import io.sentimentstreams.benchmarks.pipeline.SystemUnderTest;
import io.sentimentstreams.benchmarks.result.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmark from topic to topic. */
@Command(
    name = "end-to-end",
    description = {
      "Measures the packaged application from topic to topic: throughput with a "
          + "backlog, processor time by purpose, latency at half that rate, startup time and "
          + "memory. Compares it with consumer loops around ONNX Runtime and a Kafka Streams "
          + "application with Deeplearning4j.",
      "Broker, producer and applications run as separate processes on the loopback interface."
    },
    sortOptions = false)
final class EndToEndCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "One thread and small backlogs: about 3 minutes.")
  private boolean quick;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "The aclImdb folder, its archive, or a .csv file. Reviews of its test split are "
              + "published repeatedly. Default: the hard reviews of the quickstart.")
  private @Nullable Path data;

  @Option(
      names = "--bundle",
      paramLabel = "PATH",
      description = "A bundle's zip file or its folder. Default: models/imdb-default.")
  private @Nullable Path bundle;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "LIST",
      description =
          "Cluster to use. The benchmark creates and deletes topics in it. Default: a "
              + "broker of its own.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--systems",
      split = ",",
      paramLabel = "WHO",
      description = "Applications: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<SystemUnderTest> systems = EnumSet.allOf(SystemUnderTest.class);

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description =
          "Threads of the application (default: 1 up to the number of cores; with --quick " + "1).")
  private List<Integer> threads = List.of();

  @Option(
      names = "--backlog-seconds",
      paramLabel = "N",
      description = "Approximate duration of a backlog in seconds (default: 40, with --quick 12).")
  private @Nullable Integer backlogSeconds;

  @Option(
      names = "--latency-seconds",
      paramLabel = "N",
      description =
          "Duration of the latency measurement in seconds (default: 60, with --quick 10).")
  private @Nullable Integer latencySeconds;

  @Option(
      names = "--python",
      defaultValue = "python3",
      paramLabel = "PATH",
      description =
          "Python interpreter with confluent-kafka and onnxruntime (default: "
              + "${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(names = "--keep-logs", description = "Keep the folder with the logs of the processes.")
  private boolean keepLogs;

  private final BenchmarkContext bench;

  EndToEndCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    Origin origin = bench.origin(quick);
    Path folder = Files.createTempDirectory("sentiment-streams-benchmark-");
    try {
      Launcher launcher =
          new Launcher(bench.home(), Benchmarks.class, python, Optional.ofNullable(data), folder);
      PipelineResult result =
          new PipelineBenchmark(launcher, bundle(), bench.err())
              .measure(origin, plan(origin), Optional.ofNullable(bootstrapServers));
      bench.publish(PipelineResult.NAME, result);
      result.skipped().forEach(bench.out()::println);
    } finally {
      if (keepLogs) {
        bench.err().println("logs are in " + folder);
      } else {
        PipelineBenchmark.delete(folder);
      }
    }
    return 0;
  }

  private Plan plan(Origin origin) {
    List<Integer> counts = threads;
    if (counts.isEmpty()) {
      int most = quick ? 1 : origin.machine().cores();
      counts = IntStream.rangeClosed(1, most).boxed().toList();
    }
    return new Plan(
        systems,
        counts,
        Optional.ofNullable(backlogSeconds).orElse(quick ? 12 : 40),
        Optional.ofNullable(latencySeconds).orElse(quick ? 10 : 60));
  }

  private Path bundle() {
    return Optional.ofNullable(bundle).orElse(bench.home().resolve("models/imdb-default"));
  }
}
