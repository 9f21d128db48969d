package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.sample.Agreement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Comparison of an imported model with sample scores of the original. */
public final class SampleOption {

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "File with a JSON object per line: a score of the original model and its text or ids. The"
              + " bundle is written only if its scores differ by at most 0.00001.")
  private Optional<Path> file = Optional.empty();

  /** Returns the result of a comparison; empty if there is no file. */
  public Optional<Agreement> compare(Function<Path, Agreement> comparison) {
    return file.map(comparison);
  }

  /** Returns the comparison as provenance. */
  public static Optional<ImportProvenance.Comparison> recorded(Optional<Agreement> agreement) {
    return agreement.map(
        found -> new ImportProvenance.Comparison(found.samples(), found.largestDifference()));
  }

  /**
   * Prints the result, or a warning if there was no comparison.
   *
   * @param original words for the original model
   */
  public static void report(
      Optional<Agreement> agreement, String original, PrintWriter out, PrintWriter err) {
    agreement.ifPresentOrElse(
        found ->
            out.printf(
                Locale.ROOT,
                "%d scores agree with those of %s; largest difference: %.2e%n",
                found.samples(),
                original,
                found.largestDifference()),
        () ->
            err.printf(
                "warning: the scores were not compared with those of %s. Use --check FILE.%n",
                original));
  }
}
