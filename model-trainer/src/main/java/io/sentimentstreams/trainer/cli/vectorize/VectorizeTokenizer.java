package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerFitter;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.vectorize.Lines;
import io.sentimentstreams.trainer.vectorize.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The tokenizer: read from a file, or fitted. */
public final class VectorizeTokenizer {

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description = "What Keras' Tokenizer.to_json() or --save-tokenizer wrote.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--fit",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Fit the tokenizer on the lines of these files (default: on the input itself, which is"
              + " then read twice).")
  private List<Path> fit = List.of();

  @Option(
      names = "--save-tokenizer",
      paramLabel = "FILE",
      description = "Write the tokenizer as Keras' to_json() does.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--num-words",
      paramLabel = "N",
      description = "Use token indices below this only.")
  private Optional<Integer> numWords = Optional.empty();

  @Option(
      names = "--oov-token",
      paramLabel = "TOKEN",
      description = "Stands for unknown tokens (default: they are left out).")
  private Optional<String> oovToken = Optional.empty();

  @Option(
      names = "--filters",
      paramLabel = "CHARS",
      description = "Characters that separate tokens (default: those of Keras).")
  private Optional<String> filters = Optional.empty();

  @Option(names = "--no-lower", description = "Keep upper case.")
  private boolean keepCase;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      description = "What separates tokens: Keras' split (default: a space).")
  private Optional<String> separator = Optional.empty();

  @Option(names = "--char-level", description = "Each character is a token.")
  private boolean charLevel;

  @Option(
      names = "--analyzer",
      defaultValue = "keras",
      paramLabel = "NAME",
      description =
          "What is done to texts first: keras nothing; nori cuts Korean into morphemes (default:"
              + " ${DEFAULT-VALUE}).")
  private Analyzer analyzer = Analyzer.KERAS;

  /** Texts as the tokenizer is given them. */
  Source<String> analyzed(Source<String> texts) {
    return texts.map(analyzer::analyze);
  }

  /** Whether it is asked for, whatever the mode. */
  boolean isWanted() {
    return save.isPresent() || !fit.isEmpty();
  }

  /** Whether it is read from a file. */
  boolean isGiven() {
    return file.isPresent();
  }

  /** Whether the texts of the input are fitted. */
  boolean isFittedOnInput() {
    return file.isEmpty() && fit.isEmpty();
  }

  /** Refuses what contradicts itself. */
  void check(VectorizeInput input) {
    boolean settings =
        numWords.isPresent()
            || oovToken.isPresent()
            || filters.isPresent()
            || keepCase
            || separator.isPresent()
            || charLevel;
    if (file.isPresent() && (settings || !fit.isEmpty())) {
      throw new IllegalArgumentException(
          "--tokenizer brings its settings; leave out --fit, --num-words, --oov-token, --filters,"
              + " --no-lower, --separator and --char-level");
    }
    if (fit.contains(Lines.STANDARD_INPUT) && !input.isRepeatable()) {
      throw new IllegalArgumentException(
          "the standard input can be read once; fit or vectorize another file");
    }
  }

  /** How texts become tokens. */
  TokenizerSettings settings() {
    if (file.isPresent()) {
      return read(file.get()).settings();
    }
    TokenizerSettings keras = TokenizerSettings.keras();
    return new TokenizerSettings(
        numWords,
        filters.orElse(keras.filters()),
        !keepCase,
        separator.orElse(keras.split()),
        charLevel,
        oovToken);
  }

  /** The files that are fitted. */
  List<Path> fitted() {
    return fit;
  }

  /** The tokenizer of the file, or the one for these texts. */
  Tokenizer tokenizer(Source<String> texts) {
    if (file.isPresent()) {
      return read(file.get());
    }
    TokenizerFitter fitter = new TokenizerFitter(settings());
    texts.forEach(fitter::add);
    return fitter.fit();
  }

  /** Writes the tokenizer where that is asked for. */
  void save(Tokenizer tokenizer) {
    save.ifPresent(
        path -> {
          try {
            Files.writeString(path, KerasTokenizerJson.write(tokenizer));
          } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written (" + e + ")", e);
          }
        });
  }

  /** Reads what Keras' {@code to_json} wrote. */
  public static Tokenizer read(Path path) {
    try {
      return KerasTokenizerJson.read(Files.readString(path));
    } catch (IOException e) {
      throw new InvalidDataException(
          path, "cannot be read (" + e + ")", "give a file that Keras' to_json() wrote", e);
    } catch (InvalidTokenizerJsonException e) {
      throw new InvalidDataException(path, "is no tokenizer", String.valueOf(e.getMessage()), e);
    }
  }
}
