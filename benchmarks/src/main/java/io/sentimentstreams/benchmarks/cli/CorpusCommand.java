package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.corpus.CorpusBenchmark;
import io.sentimentstreams.benchmarks.corpus.CorpusResult;
import io.sentimentstreams.benchmarks.corpus.PythonPeer;
import io.sentimentstreams.benchmarks.corpus.Reviews;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmark of whole reviews through a bundle. */
@Command(
    name = "corpus",
    description =
        "Scores every review of a data set once. Compares streams-app's engine with ONNX "
            + "Runtime and, if Python has them, with Keras and PyTorch, on the same weights.",
    sortOptions = false)
final class CorpusCommand implements Callable<Integer> {

  private static final int QUICK_REVIEWS = 400;
  private static final int PASSES = 3;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "The aclImdb folder, its archive, or a .csv file. Its test split is used. "
              + "Default: the hard reviews of the quickstart.")
  private @Nullable Path data;

  @Option(
      names = "--bundle",
      paramLabel = "PATH",
      description = "A bundle's zip file or its folder. Default: models/imdb-default.")
  private @Nullable Path bundlePath;

  @Option(names = "--quick", description = "At most 400 reviews, measured in processor time.")
  private boolean quick;

  @Option(names = "--limit", paramLabel = "N", description = "Maximum number of reviews.")
  private @Nullable Integer limit;

  @Option(
      names = "--python",
      defaultValue = "python3",
      paramLabel = "PATH",
      description = "Python interpreter with Keras or PyTorch (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  private final BenchmarkContext bench;

  CorpusCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Path path = Optional.ofNullable(bundlePath).orElse(bench.home().resolve("models/imdb-default"));
    Bundle bundle = BundleReader.read(path).bundle();
    int most = Optional.ofNullable(limit).orElse(quick ? QUICK_REVIEWS : Integer.MAX_VALUE);
    Reviews reviews = Reviews.read(Optional.ofNullable(data), most);
    CorpusResult result =
        new CorpusBenchmark(bundle, reviews, bench.err())
            .measure(
                bench.origin(quick),
                PASSES,
                List.of(peer("Keras", "corpus_keras.py"), peer("PyTorch", "corpus_torch.py")));
    bench.publish(CorpusResult.NAME, result);
    result.skipped().forEach(bench.out()::println);
    return 0;
  }

  private PythonPeer peer(String label, String script) {
    Path file = bench.home().resolve("benchmarks/python").resolve(script);
    return new PythonPeer(label, python, file, PASSES, quick);
  }
}
