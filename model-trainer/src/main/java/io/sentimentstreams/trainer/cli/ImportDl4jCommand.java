package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.cli.option.imported.ClassLabelOption;
import io.sentimentstreams.trainer.cli.option.imported.Dl4jTokenOptions;
import io.sentimentstreams.trainer.cli.option.imported.Dl4jTokenOptions.TokenInput;
import io.sentimentstreams.trainer.dl4j.Dl4jImport;
import io.sentimentstreams.trainer.dl4j.Dl4jModel;
import io.sentimentstreams.trainer.packaging.ImportedBundles;
import io.sentimentstreams.trainer.packaging.Manifests;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Import of a Deeplearning4j model. */
@Command(
    name = "import-dl4j",
    description =
        "Imports a MultiLayerNetwork of Deeplearning4j, compares its scores with the library, and"
            + " writes a bundle.",
    sortOptions = false)
final class ImportDl4jCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(paramLabel = "FILE", description = "File that ModelSerializer.writeModel() wrote.")
  private Path file;

  @Mixin private final Dl4jTokenOptions tokens = new Dl4jTokenOptions();

  @Mixin private final BundleOutputOptions output = new BundleOutputOptions();

  @Mixin private final ClassLabelOption labels = new ClassLabelOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;
  private final String typed;

  ImportDl4jCommand(PrintWriter out, PrintWriter err, InstantSource clock, String typed) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.typed = typed;
  }

  @Override
  public Integer call() {
    output.check(List.of(), "");
    Dl4jModel dl4j = Dl4jImport.read(file);
    Bundle bare = bare(dl4j);
    output.folder().write(ImportedBundles.complete(bare, provenance(dl4j)));
    report(dl4j, bare);
    return 0;
  }

  private Bundle bare(Dl4jModel dl4j) {
    try {
      TokenInput input =
          tokens.read(
              dl4j.model().network().embedding().inputDim(), note -> err.println("note: " + note));
      Model model = dl4j.model(input.rows(), !input.pads());
      Manifest manifest =
          Manifests.bare(
              output.id(),
              clock.instant(),
              model.network(),
              input.text(),
              labels.scope(model.network()));
      return new Bundle(manifest, input.tokenizer(), model, List.of());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private ImportProvenance provenance(Dl4jModel dl4j) {
    return new ImportProvenance(
        file.getFileName().toString(),
        dl4j.sha256(),
        "Deeplearning4j",
        typed,
        Optional.of(
            new ImportProvenance.Comparison(
                dl4j.comparison().sequences(), dl4j.comparison().largestDifference())));
  }

  private void report(Dl4jModel dl4j, Bundle bundle) {
    out.printf(
        Locale.ROOT,
        "wrote %s: %d layers, %d parameters from Deeplearning4j; %s%s%n",
        output.folder().bundle(),
        bundle.model().network().layers().size(),
        bundle.model().network().parameterCount(),
        bundle.model().network().embedding().maskZero()
            ? "texts are scored without padding"
            : "texts are padded",
        dl4j.trainingOnlyLayers().isEmpty()
            ? ""
            : "; ignored layers: " + String.join(", ", dl4j.trainingOnlyLayers()));
    out.printf(
        Locale.ROOT,
        "scores of %d random sequences agree with MultiLayerNetwork.output(); largest difference:"
            + " %.2e%n",
        dl4j.comparison().sequences(),
        dl4j.comparison().largestDifference());
  }
}
