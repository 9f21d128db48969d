package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.corpus.Reviews;
import io.sentimentstreams.benchmarks.corpus.TextBenchmark;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmark of the steps from text to token indices. */
@Command(
    name = "text",
    description =
        "Measures the time from text to token indices, with and without the normalizer and with each"
            + " analyzer, and prints the ratio.",
    sortOptions = false)
final class TextCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "The aclImdb folder, its archive, or a .csv file. Its test split is used. "
              + "Default: the hard reviews of the quickstart.")
  private @Nullable Path data;

  @Option(
      names = "--limit",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Maximum number of reviews (default: ${DEFAULT-VALUE}).")
  private int limit;

  private final BenchmarkContext bench;

  TextCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Reviews reviews = Reviews.read(Optional.ofNullable(data), limit);
    TextBenchmark benchmark =
        new TextBenchmark(
            BundleReader.read(bench.home().resolve("models/imdb-default")).bundle(), reviews);
    bench.out().printf(Locale.ROOT, "%d reviews: %s%n", reviews.texts().size(), reviews.source());
    List<TextBenchmark.Row> normalizers =
        benchmark.normalizers(
            List.of(
                Normalizer.NONE,
                Normalizer.STANDARD,
                Normalizer.of("standard+elongated+hashtags")));
    for (TextBenchmark.Row row : normalizers) {
      bench
          .out()
          .printf(
              Locale.ROOT,
              "%-30s %8.2f us for each text, %.2f times none (%.2f to %.2f), %d tokens%n",
              row.name(),
              row.micros().median(),
              row.ratio().median(),
              row.ratio().low(),
              row.ratio().high(),
              row.tokens());
    }
    double characters = (double) benchmark.characters() / reviews.texts().size();
    for (TextBenchmark.Row row : benchmark.analyzers(List.of(Analyzer.values()))) {
      bench
          .out()
          .printf(
              Locale.ROOT,
              "%-30s %8.2f us for each text, %.2f million characters per second, %d tokens%n",
              row.name(),
              row.micros().median(),
              characters / row.micros().median(),
              row.tokens());
    }
    return 0;
  }
}
