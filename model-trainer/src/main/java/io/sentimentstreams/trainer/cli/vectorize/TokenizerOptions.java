package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerFitter;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.NormalizerOption;
import io.sentimentstreams.trainer.vectorize.Lines;
import io.sentimentstreams.trainer.vectorize.Source;
import io.sentimentstreams.trainer.vectorize.TokenizerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tokenizer, which is read from a file or fitted. */
final class TokenizerOptions {

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description = "File that Keras' Tokenizer.to_json() or --save-tokenizer wrote.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--fit",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Fit the tokenizer on the lines of these files (default: on the input, which is then read"
              + " twice).")
  private List<Path> fit = List.of();

  @Option(
      names = "--save-tokenizer",
      paramLabel = "FILE",
      description = "Write the tokenizer in the format of Keras' to_json().")
  private Optional<Path> save = Optional.empty();

  @Option(names = "--num-words", paramLabel = "N", description = "Use token indices below N only.")
  private Optional<Integer> numWords = Optional.empty();

  @Option(
      names = "--oov-token",
      paramLabel = "TOKEN",
      description = "Token that replaces unknown tokens (default: they are dropped).")
  private Optional<String> oovToken = Optional.empty();

  @Option(
      names = "--filters",
      paramLabel = "CHARS",
      description = "Characters that are replaced by the separator (default: those of Keras).")
  private Optional<String> filters = Optional.empty();

  @Option(names = "--no-lower", description = "Do not convert texts to lower case.")
  private boolean keepCase;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      description = "Separator of tokens, named split in Keras (default: a space).")
  private Optional<String> separator = Optional.empty();

  @Option(names = "--char-level", description = "Use each character as a token.")
  private boolean charLevel;

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();

  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.NONE);

  /** Returns texts after the normalizer and the analyzer. */
  Source<String> analyzed(Source<String> texts) {
    return texts.map(normalizer.value()::normalize).map(analyzer.value()::analyze);
  }

  /** Returns the file that the tokenizer is written to. */
  Optional<Path> saved() {
    return save;
  }

  /** Returns whether a tokenizer is needed in every mode. */
  boolean isRequired() {
    return save.isPresent() || !fit.isEmpty();
  }

  /** Returns whether the tokenizer is read from a file. */
  boolean isRead() {
    return file.isPresent();
  }

  /** Returns whether the tokenizer is fitted on the input. */
  boolean isFittedOnInput() {
    return file.isEmpty() && fit.isEmpty();
  }

  /**
   * Checks that the options fit each other.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check(InputOptions input) {
    if (file.isPresent() && (hasSettings() || !fit.isEmpty())) {
      throw new IllegalArgumentException(
          "--tokenizer contains its settings. Remove --fit, --num-words, --oov-token, --filters,"
              + " --no-lower, --separator and --char-level.");
    }
    if (analyzer.value() != Analyzer.KERAS && !separator.orElse(" ").equals(" ")) {
      throw new IllegalArgumentException(
          "--analyzer joins words with spaces. Remove --separator, or use --analyzer keras.");
    }
    if (fit.contains(Lines.STANDARD_INPUT) && !input.isRepeatable()) {
      throw new IllegalArgumentException(
          "the standard input can be read only once. Give another FILE, or another --fit.");
    }
  }

  private boolean hasSettings() {
    return numWords.isPresent()
        || oovToken.isPresent()
        || filters.isPresent()
        || keepCase
        || separator.isPresent()
        || charLevel;
  }

  /**
   * Checks that only {@code --fit} and the analyzer are set, for a mode without a tokenizer.
   *
   * @throws IllegalArgumentException if there are other options
   */
  void requireUnused() {
    if (file.isPresent() || save.isPresent() || hasSettings()) {
      throw new IllegalArgumentException(
          "--mode text-vectorization has no tokenizer. Remove --tokenizer, --save-tokenizer,"
              + " --num-words, --oov-token, --filters, --no-lower, --separator and --char-level.");
    }
  }

  /**
   * Returns how texts become tokens.
   *
   * @param notes receives what the reader of the file corrected
   */
  TokenizerSettings settings(Consumer<String> notes) {
    if (file.isPresent()) {
      return TokenizerFile.read(file.get(), notes).settings();
    }
    return typedSettings();
  }

  private TokenizerSettings typedSettings() {
    TokenizerSettings keras = TokenizerSettings.keras();
    return new TokenizerSettings(
        numWords,
        filters.orElse(keras.filters()),
        !keepCase,
        separator.orElse(keras.split()),
        charLevel,
        oovToken);
  }

  /** Returns the files that the tokenizer is fitted on. */
  List<Path> fitFiles() {
    return fit;
  }

  /**
   * Returns the tokenizer of the file, or fits one on texts.
   *
   * @param notes receives what the reader of the file corrected
   */
  Tokenizer tokenizer(Source<String> texts, Consumer<String> notes) {
    if (file.isPresent()) {
      return TokenizerFile.read(file.get(), notes);
    }
    TokenizerFitter fitter = new TokenizerFitter(typedSettings());
    texts.forEach(fitter::add);
    return fitter.fit();
  }

  /** Writes the tokenizer if there is a file for it. */
  void save(Tokenizer tokenizer) {
    save.ifPresent(path -> TokenizerFile.write(tokenizer, path));
  }
}
