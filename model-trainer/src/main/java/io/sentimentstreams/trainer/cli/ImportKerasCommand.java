package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.keras.KerasImport;
import io.sentimentstreams.trainer.keras.KerasModel;
import io.sentimentstreams.trainer.keras.KerasSamples;
import io.sentimentstreams.trainer.keras.KerasSamples.Agreement;
import io.sentimentstreams.trainer.packaging.GoldenTexts;
import io.sentimentstreams.trainer.packaging.Manifests;
import io.sentimentstreams.trainer.provenance.ImportProvenance;
import io.sentimentstreams.trainer.vectorize.TokenizerFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--tokenizer",
      required = true,
      paramLabel = "FILE",
      description = "File that Keras' Tokenizer.to_json() wrote.")
  private Path tokenizerFile;

  @Mixin private final BundleOutputOptions output = new BundleOutputOptions();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "maxlen of pad_sequences in training (default: the length of the model's input, if it is"
              + " fixed).")
  private Optional<Integer> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "padding of pad_sequences in training: pre or post (default: ${DEFAULT-VALUE}).")
  private Side padding = Side.PRE;

  @Option(
      names = "--truncating",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "truncating of pad_sequences in training: pre or post (default: ${DEFAULT-VALUE}).")
  private Side truncating = Side.PRE;

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "Labels of the model's classes, in order (default: negative and positive; for more than"
              + " two classes 0, 1, 2 and so on).")
  private List<String> labels = List.of();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "File with a JSON object per line: a score of Keras and its text or ids. The bundle is"
              + " written only if its scores differ by at most 0.00001.")
  private Optional<Path> check = Optional.empty();

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
    if (output.isTaken()) {
      throw usageError(
          "%s already contains a bundle. Use --overwrite or another --out."
              .formatted(output.folder().path()));
    }
    KerasModel keras = KerasImport.read(file);
    Tokenizer tokenizer = TokenizerFile.read(tokenizerFile).trimmed();
    Bundle bare = bare(keras, tokenizer);
    Optional<Agreement> agreement = check.map(samples -> KerasSamples.check(bare, samples));
    Manifest manifest =
        Manifests.complete(
            bare.manifest(), provenance(keras, agreement), Map.of(), ReferenceHistograms.empty());
    Bundle bundle = new Bundle(manifest, tokenizer, keras.model(), GoldenTexts.scores(bare));
    output.folder().write(bundle);
    report(keras, agreement);
    return 0;
  }

  private ImportProvenance provenance(KerasModel keras, Optional<Agreement> agreement) {
    return new ImportProvenance(
        file.getFileName().toString(),
        keras.sha256(),
        "Keras " + keras.kerasVersion(),
        typed,
        agreement.map(
            found -> new ImportProvenance.Comparison(found.samples(), found.largestDifference())));
  }

  private Bundle bare(KerasModel keras, Tokenizer tokenizer) {
    try {
      Manifest manifest =
          Manifests.bare(
              output.id(),
              clock.instant(),
              keras.model().network(),
              new SequenceSettings(length(keras), padding, truncating, analyzer.value()),
              labels(keras));
      return new Bundle(manifest, tokenizer, keras.model(), List.of());
    } catch (IllegalArgumentException e) {
      throw usageError(e.getMessage());
    }
  }

  private Labels labels(KerasModel keras) {
    int classes = keras.model().network().classes();
    if (!labels.isEmpty()) {
      return new Labels(labels);
    }
    return classes == 2
        ? Labels.SENTIMENT
        : new Labels(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  private int length(KerasModel keras) {
    Optional<Integer> fixed = keras.steps();
    if (maxLength.isPresent() && fixed.isPresent() && !maxLength.equals(fixed)) {
      throw usageError(
          "--max-length is %d, but the model has a fixed length of %d. Remove --max-length."
              .formatted(maxLength.get(), fixed.get()));
    }
    return maxLength
        .or(() -> fixed)
        .orElseThrow(
            () ->
                usageError(
                    "the model has no fixed length. Add --max-length with the maxlen of training."));
  }

  private void report(KerasModel keras, Optional<Agreement> agreement) {
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
    agreement.ifPresentOrElse(
        found ->
            out.printf(
                Locale.ROOT,
                "%d scores agree with those of Keras; largest difference: %.2e%n",
                found.samples(),
                found.largestDifference()),
        () ->
            err.println(
                "warning: the scores were not compared with those of Keras. Use --check FILE."));
  }

  private ParameterException usageError(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
