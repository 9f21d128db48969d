package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.vectorize.Source;
import io.sentimentstreams.trainer.vectorize.Vectorization;
import io.sentimentstreams.trainer.vectorize.VectorizationMode;
import io.sentimentstreams.trainer.vectorize.Vectorizer;
import java.io.InputStream;
import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;

/** Converter of texts into numbers. */
@Command(
    name = "vectorize",
    description = {
      "Converts texts into numbers, as Keras does. FILE is read line by line, --data is read into"
          + " memory.",
      "Without --mode, the command only fits a tokenizer. --split must be train or test."
    },
    defaultValueProvider = SplitOption.DefaultTrain.class,
    sortOptions = false)
public final class VectorizeCommand implements Callable<Integer> {

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "Representation of a text: ${COMPLETION-CANDIDATES}.")
  private Optional<VectorizationMode> mode = Optional.empty();

  @Mixin private final TokenizerOptions tokenizerOptions = new TokenizerOptions();
  @Mixin private final VectorizationOptions vectorization = new VectorizationOptions();
  @Mixin private final ShapeOptions shape = new ShapeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final OverwriteOption overwrite = new OverwriteOption();
  @Mixin private final InputOptions input = new InputOptions();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  public VectorizeCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try {
      Optional<Vectorization> made = prepare();
      made.ifPresent(output::check);
      made.ifPresent(rows -> output.write(rows, out, err));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Returns the rows, after fitting if necessary; empty without a mode. */
  private Optional<Vectorization> prepare() {
    check();
    if (mode.isEmpty()) {
      fitted(out);
      return Optional.empty();
    }
    VectorizationMode wanted = mode.get();
    Vectorizer vectorizer = new Vectorizer(shape.shape());
    if (isLayer()) {
      return Optional.of(
          vectorizer.ofTexts(
              tokenizerOptions.analyzed(input.texts(in)),
              vectorization.layer(tokenizerOptions.analyzed(fittedTexts()), err)));
    }
    if (input.isSequences()) {
      Source<double[]> sequences = input.sequences(in);
      return Optional.of(
          wanted == VectorizationMode.SEQUENCE
              ? vectorizer.ofSequences(sequences)
              : vectorizer.ofSequences(wanted, sequences, fitted(err)));
    }
    boolean fits = needsVocabulary(wanted) || tokenizerOptions.isRequired();
    Source<String> texts = tokenizerOptions.analyzed(input.texts(in));
    return Optional.of(
        fits
            ? vectorizer.ofTexts(wanted, texts, fitted(err))
            : vectorizer.ofTexts(wanted, texts, tokenizerOptions.settings(this::note)));
  }

  private void check() {
    input.check();
    output.check();
    tokenizerOptions.check(input);
    mode.ifPresent(shape::check);
    checkFiles();
    checkLayer();
    if (mode.isEmpty() && tokenizerOptions.isRead()) {
      throw new IllegalArgumentException(
          "--tokenizer needs --mode because there is nothing to fit");
    }
    if (input.isSequences()
        && tokenizerOptions.isFittedOnInput()
        && !mode.equals(Optional.of(VectorizationMode.SEQUENCE))) {
      throw new IllegalArgumentException(
          "--input sequences contains no words to fit a tokenizer on. Add --tokenizer FILE or --fit"
              + " FILE.");
    }
    if (!output.isJson() && isCounts()) {
      throw new IllegalArgumentException(
          "--mode ngrams makes rows of numbers only with --space N. Add it, or use --format json.");
    }
    boolean fitsOnInput =
        !input.isSequences()
            && tokenizerOptions.isFittedOnInput()
            && mode.filter(each -> needsVocabulary(each) || tokenizerOptions.isRequired())
                .isPresent();
    if (!input.isRepeatable() && (fitsOnInput || shape.isLongest())) {
      throw new IllegalArgumentException(
          fitsOnInput
              ? "the standard input can be read only once. Add --tokenizer FILE or --fit FILE."
              : "the standard input can be read only once. Give --max-length N, or a FILE.");
    }
  }

  /** Checks the output files before anything is read. */
  private void checkFiles() {
    Optional<Path> rows = mode.isPresent() ? output.file() : Optional.empty();
    overwrite.requireDifferent(
        Stream.of(rows, tokenizerOptions.saved(), vectorization.saved())
            .flatMap(Optional::stream)
            .toList());
    rows.ifPresent(file -> overwrite.check(file, "--out"));
    tokenizerOptions.saved().ifPresent(file -> overwrite.check(file, "--save-tokenizer"));
    vectorization.saved().ifPresent(file -> overwrite.check(file, "--save-text-vectorization"));
  }

  /** Checks the options of {@code --mode text-vectorization}. */
  private void checkLayer() {
    if (!isLayer()) {
      if (vectorization.areSet()) {
        throw new IllegalArgumentException(
            "Options of TextVectorization need --mode text-vectorization. Add it.");
      }
      return;
    }
    tokenizerOptions.requireUnused();
    vectorization.check();
    if (input.isSequences()) {
      throw new IllegalArgumentException(
          "--mode text-vectorization reads texts. Use --input text or --input json.");
    }
    if (vectorization.isRead() && !tokenizerOptions.isFittedOnInput()) {
      throw new IllegalArgumentException(
          "--text-vectorization contains its vocabulary. Remove --fit.");
    }
    boolean fits = !vectorization.isRead() && tokenizerOptions.isFittedOnInput();
    if (fits && !input.isRepeatable()) {
      throw new IllegalArgumentException(
          "the standard input can be read only once. Add --text-vectorization FILE or --fit FILE.");
    }
  }

  private boolean isLayer() {
    return mode.equals(Optional.of(VectorizationMode.TEXT_VECTORIZATION));
  }

  private boolean isCounts() {
    return mode.equals(Optional.of(VectorizationMode.NGRAMS)) && !shape.isHashed();
  }

  private boolean needsVocabulary(VectorizationMode wanted) {
    return wanted.usesVocabulary() && !(wanted == VectorizationMode.ONE_HOT && shape.isHashed());
  }

  private void note(String note) {
    err.println("note: " + note);
  }

  private Source<String> fittedTexts() {
    return tokenizerOptions.isFittedOnInput()
        ? input.texts(in)
        : input.texts(tokenizerOptions.fitFiles(), in);
  }

  /** Returns the tokenizer, and prints its size if it was fitted. */
  private Tokenizer fitted(PrintWriter messages) {
    Tokenizer tokenizer =
        tokenizerOptions.tokenizer(tokenizerOptions.analyzed(fittedTexts()), this::note);
    tokenizerOptions.save(tokenizer);
    if (!tokenizerOptions.isRead()) {
      messages.printf(
          Locale.ROOT,
          "%d tokens in %d texts%n",
          tokenizer.vocabularySize(),
          tokenizer.documentCount());
    }
    return tokenizer;
  }
}
