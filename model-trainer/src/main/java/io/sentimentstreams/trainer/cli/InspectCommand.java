package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import io.sentimentstreams.trainer.inspect.Inspection;
import io.sentimentstreams.trainer.inspect.InspectionText;
import io.sentimentstreams.trainer.inspect.Json;

/** Shows what is in a bundle. */
@Command(
    name = "inspect",
    description =
        "Verifies a bundle and shows what is in it: manifest, layers, vocabulary, quality, training,"
            + " histograms, golden scores, checksums.",
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      arity = "1",
      paramLabel = "BUNDLE",
      description = "A bundle's zip file, or the folder that holds its bundle.zip.")
  private Path path;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private final PrintWriter out;

  InspectCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    LoadedBundle loaded = BundleReader.read(path);
    Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    Inspection inspection = Inspection.of(loaded, file);
    out.println(json ? Json.indented(inspection) : InspectionText.of(inspection));
    return 0;
  }
}
