package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.corpus.LanguageBenchmark;
import io.sentimentstreams.benchmarks.corpus.Reviews;
import io.sentimentstreams.model.bundle.BundleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmark of the selection of a route by language. */
@Command(
    name = "language",
    description =
        "Measures the time to select a route for English reviews, and the time from text to token"
            + " indices for comparison.",
    sortOptions = false)
final class LanguageCommand implements Callable<Integer> {

  private static final List<LanguageBenchmark.Case> CASES =
      List.of(
          new LanguageBenchmark.Case("one model for any language", List.of("*"), ""),
          new LanguageBenchmark.Case("en and ko, with a tag", List.of("en", "ko"), "en-US"),
          new LanguageBenchmark.Case("en and ko, by script", List.of("en", "ko"), ""),
          new LanguageBenchmark.Case("en and de, detected", List.of("en", "de"), ""));

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

  LanguageCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Reviews reviews = Reviews.read(Optional.ofNullable(data), limit);
    LanguageBenchmark benchmark =
        new LanguageBenchmark(
            BundleReader.read(bench.home().resolve("models/imdb-default")).bundle(), reviews);
    bench.out().printf(Locale.ROOT, "%d reviews: %s%n", reviews.texts().size(), reviews.source());
    for (LanguageBenchmark.Row row : benchmark.measure(CASES)) {
      bench
          .out()
          .printf(
              Locale.ROOT,
              "%-28s %8.2f us for each text, %+8.2f (%+.2f to %+.2f), %.2f %% answered%n",
              row.which().name(),
              row.micros().median(),
              row.added().median(),
              row.added().low(),
              row.added().high(),
              100 * row.answered());
    }
    return 0;
  }
}
