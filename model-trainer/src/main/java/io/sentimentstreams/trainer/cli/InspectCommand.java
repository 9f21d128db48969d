package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.cli.option.JsonOption;
import io.sentimentstreams.trainer.inspect.Inspection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Display of the contents of a bundle. */
@Command(
    name = "inspect",
    description =
        "Verifies a bundle and prints its contents: manifest, layers, vocabulary, quality,"
            + " provenance, histograms, golden scores and checksums.",
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      arity = "1",
      paramLabel = "BUNDLE",
      description = "Bundle: a zip file, or the folder that contains bundle.zip.")
  private Path path;

  @Mixin private final JsonOption json = new JsonOption();

  private final PrintWriter out;

  InspectCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    LoadedBundle loaded = BundleReader.read(path);
    Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    Inspection inspection = Inspection.of(loaded, file);
    out.println(json.isSet() ? inspection.toJson() : inspection.toText());
    return 0;
  }
}
