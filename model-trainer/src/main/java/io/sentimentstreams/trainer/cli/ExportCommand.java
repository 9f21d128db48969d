package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.dl4j.Dl4jExport;
import io.sentimentstreams.trainer.dl4j.Dl4jModel;
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
    description =
        "Exports the network of a bundle for other runtimes: ONNX, Deeplearning4j, or both.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "BUNDLE",
      description = "Bundle: a zip file, or the folder that contains bundle.zip.")
  private Path bundlePath;

  @Option(names = "--onnx", paramLabel = "FILE", description = "Output file for ONNX.")
  private Optional<Path> onnx = Optional.empty();

  @Option(
      names = "--dl4j",
      paramLabel = "FILE",
      description =
          "Output file for Deeplearning4j, which ModelSerializer.restoreMultiLayerNetwork() reads.")
  private Optional<Path> dl4j = Optional.empty();

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
    if (onnx.isEmpty() && dl4j.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no output. Add --onnx or --dl4j.");
    }
    overwrite.requireDifferent(
        Stream.of(onnx, dl4j, vectorization).flatMap(Optional::stream).toList());
    onnx.ifPresent(file -> overwrite.check(file, "--onnx"));
    dl4j.ifPresent(file -> overwrite.check(file, "--dl4j"));
    vectorization.ifPresent(file -> overwrite.check(file, "--text-vectorization"));
    LoadedBundle loaded = BundleReader.read(bundlePath);
    Optional<TextVectorization> layer = vectorization.map(file -> layer(loaded.bundle()));
    // First, because Deeplearning4j does not have all layers.
    if (dl4j.isPresent()) {
      writeDl4j(loaded.bundle().model(), dl4j.get());
    }
    if (onnx.isPresent()) {
      writeOnnx(loaded, onnx.get());
    }
    layer.ifPresent(
        found -> {
          Path file = vectorization.orElseThrow();
          TextVectorizationFile.write(found, file);
          out.printf(Locale.ROOT, "wrote %s: %d tokens%n", file, found.vocabularySize());
        });
    return 0;
  }

  private void writeDl4j(Model model, Path file) throws IOException {
    Dl4jModel.Comparison comparison = Dl4jExport.write(model, file);
    out.printf(
        Locale.ROOT,
        "wrote %s: %d bytes; scores of %d random sequences agree; largest difference: %.2e%n",
        file,
        Files.size(file),
        comparison.sequences(),
        comparison.largestDifference());
  }

  private void writeOnnx(LoadedBundle loaded, Path file) throws IOException {
    OnnxExport.write(loaded, file);
    out.printf(
        Locale.ROOT,
        "wrote %s: %d bytes; input %s, int64, batch x timesteps; output %s, float, batch x %d%n",
        file,
        Files.size(file),
        OnnxExport.INPUT,
        OnnxExport.OUTPUT,
        loaded.bundle().model().network().output().units());
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
