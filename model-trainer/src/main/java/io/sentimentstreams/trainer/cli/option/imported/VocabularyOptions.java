package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.onnx.vocabulary.InvalidVocabularyException;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenIndices;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenRules;
import io.sentimentstreams.trainer.onnx.vocabulary.VocabularyFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The vocabulary of a model from another framework. */
public final class VocabularyOptions {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--vocabulary",
      required = true,
      paramLabel = "FILE",
      description =
          "Vocabulary: JSON, a text file with one token per line, or a tokenizer.json of Hugging"
              + " Face with a WordLevel model.")
  private Path file;

  @Option(
      names = "--unknown",
      paramLabel = "TOKEN",
      description =
          "Token for unknown words, or none to omit them (default: a usual name such as <unk> or"
              + " [UNK]).")
  private Optional<String> unknown = Optional.empty();

  @Option(
      names = "--padding-token",
      paramLabel = "TOKEN",
      description =
          "Token for padding, or none (default: a usual name such as <pad> or [PAD], or the index"
              + " 0 if no token has it).")
  private Optional<String> padding = Optional.empty();

  @Option(
      names = "--no-lower",
      description = "Do not convert texts to lower case (default: as Python's lower()).")
  private boolean keepCase;

  @Option(
      names = "--filters",
      paramLabel = "CHARS",
      description = "Characters that separate tokens in addition to white space (default: none).")
  private Optional<String> filters = Optional.empty();

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      description = "Separator of tokens in place of white space.")
  private Optional<String> separator = Optional.empty();

  /**
   * Reads the vocabulary.
   *
   * @throws InvalidDataException if the file contains no vocabulary
   */
  public VocabularyFile read() {
    VocabularyFile read = VocabularyFile.read(file);
    boolean typed = keepCase || filters.isPresent() || separator.isPresent();
    if (typed && read.rules().isPresent()) {
      throw new InvalidDataException(
          file,
          "the file says how texts become tokens",
          "Remove --no-lower, --filters and --separator");
    }
    return read;
  }

  /**
   * Returns the token indices of a bundle.
   *
   * @param tokens number of vectors in the model's embedding
   * @param masked index that the model masks
   * @throws InvalidDataException if the vocabulary does not fit the model
   */
  public TokenIndices indices(VocabularyFile read, int tokens, Optional<Integer> masked) {
    try {
      return TokenIndices.of(
          read,
          new TokenIndices.Choices(unknown, padding, read.rules().orElseGet(this::rules)),
          tokens,
          masked);
    } catch (InvalidVocabularyException e) {
      throw new InvalidDataException(file, String.valueOf(e.getMessage()), e.remedy(), e);
    }
  }

  private TokenRules rules() {
    return new TokenRules(
        !keepCase,
        filters.orElse("") + (separator.isPresent() ? "" : TokenRules.PYTHON_WHITE_SPACE),
        separator.orElse(" "));
  }
}
