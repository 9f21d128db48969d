package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.vectorize.Source;
import io.sentimentstreams.trainer.vectorize.Vectorization;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import io.sentimentstreams.trainer.vectorize.VectorizationMode;
import io.sentimentstreams.trainer.vectorize.Vectorizer;

/** Turns texts into numbers. */
@Command(
    name = "vectorize",
    description =
        "Turns texts into numbers as Keras does, one text a line, without holding them in memory;"
            + " without --mode it fits a tokenizer only.",
    sortOptions = false)
public final class VectorizeCommand implements Callable<Integer> {

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What becomes of a text: ${COMPLETION-CANDIDATES}.")
  private Optional<VectorizationMode> mode = Optional.empty();

  @Mixin private final VectorizeTokenizer tokenizerOptions = new VectorizeTokenizer();
  @Mixin private final VectorizeShape shape = new VectorizeShape();
  @Mixin private final VectorizeOutput output = new VectorizeOutput();
  @Mixin private final VectorizeInput input = new VectorizeInput();

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

  /** Fits where there is something to fit; empty without a mode. */
  private Optional<Vectorization> prepare() {
    check();
    if (mode.isEmpty()) {
      fitted(out);
      return Optional.empty();
    }
    VectorizationMode wanted = mode.get();
    Vectorizer vectorizations = new Vectorizer(shape);
    if (input.isSequences()) {
      Source<double[]> sequences = input.sequences(in);
      return Optional.of(
          wanted == VectorizationMode.SEQUENCE
              ? vectorizations.ofSequences(sequences)
              : vectorizations.ofSequences(wanted, sequences, fitted(err)));
    }
    boolean fits = needsVocabulary(wanted) || tokenizerOptions.isWanted();
    Source<String> texts = tokenizerOptions.analyzed(input.texts(in));
    return Optional.of(
        fits
            ? vectorizations.ofTexts(wanted, texts, fitted(err))
            : vectorizations.ofTexts(wanted, texts, tokenizerOptions.settings()));
  }

  private void check() {
    input.check();
    output.check();
    tokenizerOptions.check(input);
    mode.ifPresent(shape::check);
    if (mode.isEmpty() && tokenizerOptions.isGiven()) {
      throw new IllegalArgumentException("--tokenizer needs no fitting; give --mode");
    }
    if (input.isSequences()
        && tokenizerOptions.isFittedOnInput()
        && !mode.equals(Optional.of(VectorizationMode.SEQUENCE))) {
      throw new IllegalArgumentException(
          "sequences have no words to fit; give --tokenizer T.json or --fit FILE");
    }
    if (!output.isJson() && isCounts()) {
      throw new IllegalArgumentException(
          "n-grams are rows of numbers with --space N only; give it, or --format json");
    }
    boolean fitsOnInput =
        !input.isSequences()
            && tokenizerOptions.isFittedOnInput()
            && mode.filter(each -> needsVocabulary(each) || tokenizerOptions.isWanted())
                .isPresent();
    if (!input.isRepeatable() && (fitsOnInput || shape.isLongest())) {
      throw new IllegalArgumentException(
          fitsOnInput
              ? "the standard input can be read once; give --tokenizer T.json, or --fit FILE"
              : "the standard input can be read once; give --max-length N, or a file");
    }
  }

  private boolean isCounts() {
    return mode.equals(Optional.of(VectorizationMode.NGRAMS)) && !shape.isHashed();
  }

  private boolean needsVocabulary(VectorizationMode wanted) {
    return switch (wanted) {
      case SEQUENCE, TEXTS, BINARY, COUNT, FREQ, TFIDF -> true;
      case ONE_HOT -> !shape.isHashed();
      case TOKENS, CHARS, NGRAMS, HASHING -> false;
    };
  }

  /** The tokenizer; what was fitted is told. */
  private Tokenizer fitted(PrintWriter told) {
    Source<String> texts =
        tokenizerOptions.isFittedOnInput()
            ? input.texts(in)
            : input.texts(tokenizerOptions.fitted(), in);
    Tokenizer tokenizer = tokenizerOptions.tokenizer(tokenizerOptions.analyzed(texts));
    tokenizerOptions.save(tokenizer);
    if (!tokenizerOptions.isGiven()) {
      told.printf(
          Locale.ROOT,
          "%d tokens in %d texts%n",
          tokenizer.vocabularySize(),
          tokenizer.documentCount());
    }
    return tokenizer;
  }
}
