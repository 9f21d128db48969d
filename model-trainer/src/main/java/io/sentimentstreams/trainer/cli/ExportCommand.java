package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Export of a network to another runtime. */
@Command(
    name = "export",
    description = "Exports the network of a bundle as an ONNX file for other runtimes.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "BUNDLE",
      description = "Bundle: a zip file, or the folder that contains bundle.zip.")
  private Path bundlePath;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "Output file.")
  private Path onnx;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

  private final PrintWriter out;

  ExportCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    overwrite.check(onnx, "--onnx");
    LoadedBundle loaded = BundleReader.read(bundlePath);
    OnnxExport.write(loaded, onnx);
    out.printf(
        Locale.ROOT,
        "wrote %s: %d bytes; input %s, int64, batch x timesteps; output %s, float, batch x %d%n",
        onnx,
        Files.size(onnx),
        OnnxExport.INPUT,
        OnnxExport.OUTPUT,
        loaded.bundle().model().network().output().units());
    return 0;
  }
}
