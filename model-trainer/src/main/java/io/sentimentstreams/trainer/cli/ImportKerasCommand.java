package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.cli.option.imported.ClassLabelOption;
import io.sentimentstreams.trainer.cli.option.imported.SampleOption;
import io.sentimentstreams.trainer.cli.option.imported.TextInputOptions;
import io.sentimentstreams.trainer.cli.option.imported.TextInputOptions.TextInput;
import io.sentimentstreams.trainer.keras.KerasImport;
import io.sentimentstreams.trainer.keras.KerasModel;
import io.sentimentstreams.trainer.keras.KerasSamples;
import io.sentimentstreams.trainer.packaging.ImportedBundles;
import io.sentimentstreams.trainer.packaging.Manifests;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.sample.Agreement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Import of a Keras model. */
@Command(
    name = "import-keras",
    description = "Imports a Keras model with its tokenizer, and writes a bundle.",
    sortOptions = false)
final class ImportKerasCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "FILE",
      description = "File that Keras' model.save() wrote: .keras or .h5.")
  private Path file;

  @Mixin private final TextInputOptions texts = new TextInputOptions();
  @Mixin private final BundleOutputOptions output = new BundleOutputOptions();

  @Option(
      names = "--from-logits",
      description =
          "The outputs of the model are logits, as for a loss with from_logits=True (default: as"
              + " the loss in the file says).")
  private boolean fromLogits;

  @Mixin private final ClassLabelOption labels = new ClassLabelOption();

  @Mixin private final SampleOption samples = new SampleOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;
  private final String typed;

  ImportKerasCommand(PrintWriter out, PrintWriter err, InstantSource clock, String typed) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.typed = typed;
  }

  @Override
  public Integer call() {
    output.check(List.of(), "");
    KerasModel keras = KerasImport.read(file, fromLogits, texts.vocabularyOfModel());
    Bundle bare = bare(keras);
    Optional<Agreement> agreement =
        samples.compare(samplesFile -> KerasSamples.check(bare, keras, samplesFile));
    output.folder().write(ImportedBundles.complete(bare, provenance(keras, agreement)));
    report(keras, bare, agreement);
    return 0;
  }

  private ImportProvenance provenance(KerasModel keras, Optional<Agreement> agreement) {
    return new ImportProvenance(
        file.getFileName().toString(),
        keras.sha256(),
        "Keras " + keras.kerasVersion(),
        typed,
        SampleOption.recorded(agreement));
  }

  private Bundle bare(KerasModel keras) {
    try {
      TextInput input = texts.read(keras, note -> err.println("note: " + note));
      Manifest manifest =
          Manifests.bare(
              output.id(),
              clock.instant(),
              keras.model().network(),
              input.settings(),
              labels.scope(keras.model().network()));

      return new Bundle(manifest, input.tokenizer(), keras.model(), List.of());
    } catch (IllegalArgumentException e) {
      throw usageError(e.getMessage());
    }
  }

  private void report(KerasModel keras, Bundle bundle, Optional<Agreement> agreement) {
    out.printf(
        Locale.ROOT,
        "wrote %s: %d layers, %d parameters from Keras %s%s%n",
        output.folder().bundle(),
        keras.model().network().layers().size(),
        keras.model().network().parameterCount(),
        keras.kerasVersion(),
        keras.trainingOnlyLayers().isEmpty()
            ? ""
            : "; ignored layers: " + String.join(", ", keras.trainingOnlyLayers()));
    reportLength(bundle);
    keras.notes().forEach(note -> out.println("note: " + note));
    SampleOption.report(agreement, "Keras", out, err);
  }

  /** Reports the differences from a layer of Keras that accepts texts of any length. */
  private void reportLength(Bundle bundle) {
    if (bundle.tokenizer().pads()) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "texts of more than %d tokens lose their end; --max-length changes this%n",
        bundle.manifest().text().maxLength());
    if (!bundle.manifest().network().embedding().maskZero()) {
      err.println(
          "warning: the bundle scores each text without padding, as Keras does for a single text."
              + " Keras pads the shorter texts of a batch, and this model does not mask zeros."
              + " Train with output_sequence_length or mask_zero=True.");
    }
  }

  private ParameterException usageError(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
