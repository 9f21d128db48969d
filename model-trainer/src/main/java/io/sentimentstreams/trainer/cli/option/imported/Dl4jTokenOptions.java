package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.NormalizerOption;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenIndices;
import io.sentimentstreams.trainer.onnx.vocabulary.VocabularyFile;
import io.sentimentstreams.trainer.vectorize.TokenizerFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Conversion of texts to the indices that a model of Deeplearning4j reads. */
public final class Dl4jTokenOptions {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @ArgGroup(multiplicity = "1")
  private Tokens tokens;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "Maximum number of tokens; longer texts are truncated (default: that of tokenizer.json of"
              + " Hugging Face).")
  private Optional<Integer> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description =
          "Side of padding up to --max-length in training without mask arrays: pre, post or none"
              + " (default: none).")
  private PaddingSide padding = PaddingSide.NONE;

  @Option(
      names = "--truncating",
      paramLabel = "SIDE",
      description = "Side on which longer texts are truncated: pre or post (default: post).")
  private Optional<Side> truncating = Optional.empty();

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();
  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.NONE);

  /** A tokenizer or a vocabulary. */
  static final class Tokens {

    @Nullable @Option(
        names = "--tokenizer",
        required = true,
        paramLabel = "FILE",
        description =
            "File that Keras' Tokenizer.to_json() wrote; index 0 is padding, never a word.")
    private Path tokenizer;

    @Nullable @ArgGroup(exclusive = false)
    private VocabularyOptions vocabulary;
  }

  /**
   * A tokenizer and its indices.
   *
   * @param tokenizer tokenizer of the bundle
   * @param rows index in the model of each index in the bundle; -1 for zeros
   * @param text settings of sequences
   * @param pads whether texts are padded
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record TokenInput(Tokenizer tokenizer, int[] rows, SequenceSettings text, boolean pads) {}

  /**
   * Returns the conversion for a model.
   *
   * @param size number of vectors in the model's embedding
   * @param notes receives what the reader of the tokenizer corrected
   * @throws IllegalArgumentException if the options do not fit the model or each other
   */
  public TokenInput read(int size, Consumer<String> notes) {
    if (tokens.tokenizer != null) {
      Tokenizer tokenizer = TokenizerFile.read(tokens.tokenizer, notes).trimmed();
      return new TokenInput(
          tokenizer,
          IntStream.range(0, size).toArray(),
          settings(maxLength, Optional.empty()),
          pads());
    }
    VocabularyOptions vocabulary = Objects.requireNonNull(tokens.vocabulary);
    VocabularyFile file = vocabulary.read();
    TokenIndices indices = vocabulary.indices(file, size, Optional.empty());
    if (pads() && indices.padding().isEmpty()) {
      throw new IllegalArgumentException(
          "the vocabulary has no token for padding. Add --padding-token.");
    }
    return new TokenInput(
        indices.tokenizer(),
        indices.rows(),
        settings(maxLength.or(file::maxLength), file.truncating()),
        pads());
  }

  private boolean pads() {
    return padding != PaddingSide.NONE;
  }

  private SequenceSettings settings(Optional<Integer> length, Optional<Side> byDefault) {
    return new SequenceSettings(
            length.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the model has no fixed length. Add --max-length with the length of"
                            + " training.")),
            padding.side(),
            truncating.or(() -> byDefault).orElse(Side.POST))
        .withAnalyzer(analyzer.value())
        .withNormalizer(normalizer.value());
  }
}
