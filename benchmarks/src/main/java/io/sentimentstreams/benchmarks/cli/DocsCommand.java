package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.corpus.CorpusResult;
import io.sentimentstreams.benchmarks.kernels.KernelsResult;
import io.sentimentstreams.benchmarks.pipeline.PipelineResult;
import io.sentimentstreams.benchmarks.pipeline.Sizing;
import io.sentimentstreams.benchmarks.result.MarkdownPage;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Results;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writer of the figures in the documentation. */
@Command(
    name = "docs",
    description =
        "Writes the tables of docs/performance.md and docs/sizing.md from the results of "
            + "the last full runs.")
final class DocsCommand implements Callable<Integer> {

  private static final String PAGE = "docs/performance.md";
  private static final String SIZING = "docs/sizing.md";

  private final BenchmarkContext bench;

  DocsCommand(BenchmarkContext bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    write(KernelsResult.NAME, KernelsResult.class);
    write(CorpusResult.NAME, CorpusResult.class);
    write(PipelineResult.NAME, PipelineResult.class);
    new Results(bench.home())
        .read(PipelineResult.NAME, PipelineResult.class)
        .ifPresent(this::writeSizing);
    return 0;
  }

  private void writeSizing(PipelineResult result) {
    MarkdownPage page = new MarkdownPage(bench.home().resolve(SIZING));
    Sizing.of(result)
        .ifPresent(sizing -> page.replace(Sizing.NAME, sizing.table(), result.origin()));
  }

  private <T extends Result> void write(String name, Class<T> type) {
    Optional<T> result = new Results(bench.home()).read(name, type);
    if (result.isEmpty()) {
      bench
          .out()
          .printf("%s: no result of a full run. Its part of the page was not changed.%n", name);
      return;
    }
    new MarkdownPage(bench.home().resolve(PAGE))
        .replace(name, result.get(), "images/" + name + ".png");
    bench.out().printf("%s: written from %s%n", name, result.get().origin().date());
  }
}
