package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.trainer.cli.option.AnalyzerOption;
import io.sentimentstreams.trainer.cli.option.NormalizerOption;
import io.sentimentstreams.trainer.keras.KerasModel;
import io.sentimentstreams.trainer.keras.KerasVocabulary;
import io.sentimentstreams.trainer.keras.TextVectorizationFile;
import io.sentimentstreams.trainer.vectorize.TokenizerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Conversion of texts to the indices that an imported model reads. */
public final class TextInputOptions {

  /** Maximum length of texts of a layer without {@code output_sequence_length}. */
  private static final int DEFAULT_MAX_LENGTH = 10_000;

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description =
          "File that Keras' Tokenizer.to_json() wrote. Not needed if the model begins with"
              + " TextVectorization.")
  private Optional<Path> tokenizer = Optional.empty();

  @Option(
      names = "--text-vectorization",
      paramLabel = "FILE",
      description =
          "JSON of TextVectorization.get_config(), or a model that begins with this layer. Replaces"
              + " --tokenizer.")
  private Optional<Path> vectorization = Optional.empty();

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "Vocabulary of TextVectorization: a JSON array of get_vocabulary(), or one token per line"
              + " (default: the vocabulary in the model or configuration).")
  private Optional<Path> vocabulary = Optional.empty();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description =
          "maxlen of pad_sequences in training (default: the length of the model's input, if it is"
              + " fixed; with TextVectorization 10000).")
  private Optional<Integer> maxLength = Optional.empty();

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description =
          "padding of pad_sequences in training: pre or post (default: pre; post with"
              + " TextVectorization).")
  private Optional<Side> padding = Optional.empty();

  @Option(
      names = "--truncating",
      paramLabel = "SIDE",
      description =
          "truncating of pad_sequences in training: pre or post (default: pre; post with"
              + " TextVectorization).")
  private Optional<Side> truncating = Optional.empty();

  @Mixin private final AnalyzerOption analyzer = new AnalyzerOption();
  @Mixin private final NormalizerOption normalizer = new NormalizerOption(Normalizer.NONE);
  @Mixin private final IndexOptions indices = new IndexOptions();

  /**
   * A tokenizer and the settings of its sequences.
   *
   * @param tokenizer tokenizer or layer
   * @param settings length, padding and analyzer
   */
  public record TextInput(TextIndexer tokenizer, SequenceSettings settings) {}

  /** Returns the vocabulary for a layer that the model contains; empty for that of the model. */
  public Optional<List<String>> vocabularyOfModel() {
    return vectorization.isPresent() ? Optional.empty() : vocabulary.map(KerasVocabulary::read);
  }

  /**
   * Returns the conversion for a model.
   *
   * @param notes receives what the reader of the tokenizer corrected
   * @throws IllegalArgumentException if the options do not fit the model or each other
   */
  public TextInput read(KerasModel keras, Consumer<String> notes) {
    Optional<TextVectorization> inside = keras.vectorization();
    if (inside.isPresent()) {
      if (tokenizer.isPresent() || vectorization.isPresent()) {
        throw new IllegalArgumentException(
            "The model begins with TextVectorization. Remove --tokenizer and"
                + " --text-vectorization.");
      }
      return vectorized(inside.get(), keras);
    }
    if (tokenizer.isPresent() == vectorization.isPresent()) {
      throw new IllegalArgumentException(
          tokenizer.isPresent()
              ? "--tokenizer and --text-vectorization exclude each other. Remove one."
              : "The model reads token indices. Add --tokenizer or --text-vectorization.");
    }
    if (tokenizer.isPresent()) {
      if (vocabulary.isPresent()) {
        throw new IllegalArgumentException(
            "--vocabulary belongs to TextVectorization, and --tokenizer contains its own. Remove"
                + " --vocabulary.");
      }
      Tokenizer read = TokenizerFile.read(tokenizer.get(), notes).trimmed();
      SequenceSettings settings =
          new SequenceSettings(
                  length(keras.steps(), Optional.empty()),
                  padding.orElse(Side.PRE),
                  truncating.orElse(Side.PRE))
              .withAnalyzer(analyzer.value())
              .withNormalizer(normalizer.value());
      return new TextInput(
          read,
          indices.in(
              settings,
              keras.model().network().embedding().inputDim(),
              read.settings().oovToken().isPresent()));
    }
    return vectorized(TextVectorizationFile.read(vectorization.get(), vocabulary), keras);
  }

  private TextInput vectorized(TextVectorization layer, KerasModel keras) {
    if (padding.filter(side -> side != Side.POST).isPresent()
        || truncating.filter(side -> side != Side.POST).isPresent()) {
      throw new IllegalArgumentException(
          "TextVectorization pads and truncates the end of sequences. Remove --padding and"
              + " --truncating.");
    }
    if (indices.areSet()) {
      throw new IllegalArgumentException(
          "TextVectorization has its own indices. Remove --start-id, --index-from, --oov-id and"
              + " --num-words.");
    }
    Optional<Integer> length = layer.settings().output().sequenceLength();
    Optional<Integer> steps = keras.steps();
    if (steps.isPresent() && !steps.equals(length)) {
      throw new IllegalArgumentException(
          "The model reads %d timesteps, but output_sequence_length of TextVectorization is %s."
                  .formatted(steps.get(), length.map(Object::toString).orElse("not set"))
              + " Set it to %d.".formatted(steps.get()));
    }
    SequenceSettings settings =
        new SequenceSettings(length(length, Optional.of(DEFAULT_MAX_LENGTH)), Side.POST, Side.POST)
            .withAnalyzer(analyzer.value())
            .withNormalizer(normalizer.value());
    return new TextInput(layer, settings);
  }

  private int length(Optional<Integer> fixed, Optional<Integer> byDefault) {
    if (maxLength.isPresent() && fixed.isPresent() && !maxLength.equals(fixed)) {
      throw new IllegalArgumentException(
          "--max-length is %d, but the model has a fixed length of %d. Remove --max-length."
              .formatted(maxLength.get(), fixed.get()));
    }
    return maxLength
        .or(() -> fixed)
        .or(() -> byDefault)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the model has no fixed length. Add --max-length with the maxlen of"
                        + " training."));
  }
}
