package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a bundle's network for another runtime. */
@Command(
    name = "export",
    description = "Writes a bundle's network as an ONNX file, which many runtimes read.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "BUNDLE",
      description = "A bundle's zip file, or the folder that holds its bundle.zip.")
  private Path bundlePath;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--onnx",
      required = true,
      paramLabel = "FILE",
      description = "The ONNX file to write; one that is there is replaced.")
  private Path onnx;

  private final PrintWriter out;

  ExportCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    LoadedBundle loaded = BundleReader.read(bundlePath);
    OnnxExport.write(loaded, onnx);
    out.printf(
        Locale.ROOT,
        "%s: %d bytes; input %s, int64, batch x steps; output %s, float, batch x %d%n",
        onnx,
        Files.size(onnx),
        OnnxExport.INPUT,
        OnnxExport.OUTPUT,
        loaded.bundle().model().network().output().units());
    return 0;
  }
}
