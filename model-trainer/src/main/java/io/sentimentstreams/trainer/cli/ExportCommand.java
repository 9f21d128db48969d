package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.keras.TextVectorizationFile;
import io.sentimentstreams.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Option(
      names = "--text-vectorization",
      paramLabel = "FILE",
      description =
          "Output file for the bundle's TextVectorization as JSON that Keras' from_config accepts.")
  private Optional<Path> vectorization = Optional.empty();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;

  ExportCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    overwrite.requireDifferent(Stream.concat(Stream.of(onnx), vectorization.stream()).toList());
    overwrite.check(onnx, "--onnx");
    vectorization.ifPresent(file -> overwrite.check(file, "--text-vectorization"));
    LoadedBundle loaded = BundleReader.read(bundlePath);
    Optional<TextVectorization> layer = vectorization.map(file -> layer(loaded.bundle()));
    OnnxExport.write(loaded, onnx);
    out.printf(
        Locale.ROOT,
        "wrote %s: %d bytes; input %s, int64, batch x timesteps; output %s, float, batch x %d%n",
        onnx,
        Files.size(onnx),
        OnnxExport.INPUT,
        OnnxExport.OUTPUT,
        loaded.bundle().model().network().output().units());
    layer.ifPresent(
        found -> {
          Path file = vectorization.orElseThrow();
          TextVectorizationFile.write(found, file);
          out.printf(Locale.ROOT, "wrote %s: %d tokens%n", file, found.vocabularySize());
        });
    return 0;
  }

  private TextVectorization layer(Bundle bundle) {
    if (bundle.tokenizer() instanceof TextVectorization layer) {
      return layer;
    }
    throw new ParameterException(
        spec.commandLine(),
        "The bundle has a Tokenizer, no TextVectorization: %s. Remove --text-vectorization."
            .formatted(bundlePath));
  }
}
