package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.keras.KerasImport;
import io.sentimentstreams.trainer.keras.KerasModel;
import io.sentimentstreams.trainer.keras.KerasSamples;
import io.sentimentstreams.trainer.keras.KerasSamples.Agreement;
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
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.provenance.ImportFacts;
import io.sentimentstreams.trainer.cli.vectorize.VectorizeTokenizer;

/** Makes a bundle of a model that Keras trained. */
@Command(
    name = "import-keras",
    description = "Makes a bundle of a model that Keras saved, with its tokenizer.",
    sortOptions = false)
final class ImportKerasCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "FILE",
      description = "What Keras' model.save wrote: a .keras file, or a .h5 file.")
  private Path file;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--tokenizer",
      required = true,
      paramLabel = "FILE",
      description = "What Keras' Tokenizer.to_json() wrote.")
  private Path tokenizerFile;

  @Mixin private final BundleOutputOptions place = new BundleOutputOptions();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "The maxlen of pad_sequences in training (default: the length of the model's input,"
              + " where it has one).")
  private Optional<Integer> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "The padding of pad_sequences in training: pre or post (default: ${DEFAULT-VALUE}).")
  private Side padding = Side.PRE;

  @Option(
      names = "--truncating",
      defaultValue = "pre",
      paramLabel = "SIDE",
      description =
          "The truncating of pad_sequences in training: pre or post (default: ${DEFAULT-VALUE}).")
  private Side truncating = Side.PRE;

  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description =
          "What was done to texts before the tokenizer: keras nothing; nori cut Korean into"
              + " morphemes (default: ${DEFAULT-VALUE}).")
  private Analyzer analyzer = Analyzer.KERAS;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "What the model's classes are called, in order (default: negative and positive, or 0, 1,"
              + " 2 and so on of more than two).")
  private List<String> labels = List.of();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Lines of JSON, each with a score that Keras gave and its text or ids; the bundle is"
              + " written only if it gives the same within 0.00001.")
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
    if (place.isTaken()) {
      throw wrongUsage(
          "there is a bundle in %s already; give another --out, or --overwrite"
              .formatted(place.folder()));
    }
    KerasModel keras = KerasImport.read(file);
    Tokenizer tokenizer = VectorizeTokenizer.read(tokenizerFile).trimmed();
    Bundle bare = bare(keras, tokenizer);
    Optional<Agreement> agreement = check.map(samples -> KerasSamples.check(bare, samples));
    Manifest manifest =
        BundlePackager.told(
            bare.manifest(),
            ImportFacts.of(keras, file, agreement, typed),
            Map.of(),
            ReferenceHistograms.empty());
    Bundle bundle = new Bundle(manifest, tokenizer, keras.model(), BundlePackager.golden(bare));
    BundlePackager.write(bundle, place.folder());
    report(keras, agreement);
    return 0;
  }

  private Bundle bare(KerasModel keras, Tokenizer tokenizer) {
    try {
      Manifest manifest =
          BundlePackager.manifest(
              place.name(),
              place.modelVersion(),
              clock.instant(),
              keras.model().network(),
              new SequenceSettings(length(keras), padding, truncating, analyzer),
              labels(keras));
      return new Bundle(manifest, tokenizer, keras.model(), List.of());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
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
      throw wrongUsage(
          "the model reads sequences of %d, not of --max-length %d"
              .formatted(fixed.get(), maxLength.get()));
    }
    return maxLength
        .or(() -> fixed)
        .orElseThrow(
            () ->
                wrongUsage(
                    "the model reads sequences of any length; give the maxlen of training as"
                        + " --max-length"));
  }

  private void report(KerasModel keras, Optional<Agreement> agreement) {
    out.printf(
        Locale.ROOT,
        "%s: %d layers, %d weights from Keras %s%s%n",
        place.folder(),
        keras.model().network().layers().size(),
        keras.model().network().parameterCount(),
        keras.kerasVersion(),
        keras.leftOut().isEmpty() ? "" : "; left out: " + String.join(", ", keras.leftOut()));
    agreement.ifPresentOrElse(
        found ->
            out.printf(
                Locale.ROOT,
                "%d scores agree with Keras'; largest difference %.2e%n",
                found.samples(),
                found.largestDifference()),
        () ->
            err.println(
                "warning: not compared with Keras; give --check a file of texts and their scores"));
  }

  private ParameterException wrongUsage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
