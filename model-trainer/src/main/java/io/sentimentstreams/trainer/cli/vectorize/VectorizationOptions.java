package io.sentimentstreams.trainer.cli.vectorize;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.text.vectorization.InvalidTextVectorizationException;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationFitter;
import io.sentimentstreams.model.text.vectorization.TextVectorizationJson;
import io.sentimentstreams.model.text.vectorization.TextVectorizationSettings;
import io.sentimentstreams.trainer.keras.TextVectorizationFile;
import io.sentimentstreams.trainer.vectorize.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Layer of {@code --mode text-vectorization}, which is read from a file or fitted. */
final class VectorizationOptions {

  private static final String NONE = "none";

  @Option(
      names = "--text-vectorization",
      paramLabel = "FILE",
      description =
          "JSON of Keras' TextVectorization.get_config(), or a model that begins with this layer.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "Vocabulary of --text-vectorization: a JSON array of get_vocabulary(), or one token per"
              + " line.")
  private Optional<Path> vocabulary = Optional.empty();

  @Option(
      names = "--save-text-vectorization",
      paramLabel = "FILE",
      description = "Write the layer as JSON that Keras' TextVectorization.from_config accepts.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--standardize",
      paramLabel = "NAME",
      description =
          "Change of texts: lower_and_strip_punctuation, lower, strip_punctuation or none"
              + " (default: lower_and_strip_punctuation).")
  private Optional<String> standardize = Optional.empty();

  @Option(
      names = "--split-on",
      paramLabel = "NAME",
      description =
          "Split of texts, named split in Keras: whitespace, character or none (default:"
              + " whitespace).")
  private Optional<String> split = Optional.empty();

  @Option(
      names = "--ngram-sizes",
      split = ",",
      paramLabel = "N",
      description = "Numbers of tokens in n-grams, such as 1,2 (default: tokens alone).")
  private List<Integer> ngrams = List.of();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Maximum size of the vocabulary with its special tokens (default: no limit).")
  private Optional<Integer> maxTokens = Optional.empty();

  @Option(
      names = "--output-mode",
      paramLabel = "MODE",
      description = "Kind of rows: int, multi_hot, count or tf_idf (default: int).")
  private Optional<String> mode = Optional.empty();

  @Option(
      names = "--output-sequence-length",
      paramLabel = "N",
      description = "Pad and truncate the end of rows of indices to N (default: no change).")
  private Optional<Integer> length = Optional.empty();

  @Option(
      names = "--pad-to-max-tokens",
      description = "Give rows of the other modes --max-tokens columns.")
  private boolean padded;

  /** Returns whether an option is set. */
  boolean areSet() {
    return file.isPresent() || vocabulary.isPresent() || save.isPresent() || hasSettings();
  }

  private boolean hasSettings() {
    return standardize.isPresent()
        || split.isPresent()
        || !ngrams.isEmpty()
        || maxTokens.isPresent()
        || mode.isPresent()
        || length.isPresent()
        || padded;
  }

  /** Returns whether the layer is read from a file. */
  boolean isRead() {
    return file.isPresent();
  }

  /**
   * Checks that the options fit each other.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check() {
    if (file.isPresent() && hasSettings()) {
      throw new IllegalArgumentException(
          "--text-vectorization contains its settings. Remove --standardize, --split-on,"
              + " --ngram-sizes, --max-tokens, --output-mode, --output-sequence-length and"
              + " --pad-to-max-tokens.");
    }
    if (file.isEmpty() && vocabulary.isPresent()) {
      throw new IllegalArgumentException("--vocabulary needs --text-vectorization FILE");
    }
    if (file.isEmpty()) {
      settings();
    }
  }

  /**
   * Returns the layer of the file, or fits one on texts.
   *
   * @param messages output for the size of a fitted vocabulary
   */
  TextVectorization layer(Source<String> texts, PrintWriter messages) {
    TextVectorization layer =
        file.isPresent()
            ? TextVectorizationFile.read(file.get(), vocabulary)
            : fitted(texts, messages);
    save.ifPresent(path -> TextVectorizationFile.write(layer, path));
    return layer;
  }

  private TextVectorization fitted(Source<String> texts, PrintWriter messages) {
    TextVectorizationFitter fitter = new TextVectorizationFitter(settings());
    texts.forEach(fitter::add);
    TextVectorization layer = fitter.fit();
    messages.printf(Locale.ROOT, "%d tokens in %d texts%n", layer.vocabularySize(), fitter.texts());
    return layer;
  }

  private TextVectorizationSettings settings() {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    standardize.ifPresent(name -> put(config, "standardize", name));
    split.ifPresent(name -> put(config, "split", name));
    if (!ngrams.isEmpty()) {
      ngrams.forEach(config.putArray("ngrams")::add);
    }
    maxTokens.ifPresent(size -> config.put("max_tokens", size));
    mode.ifPresent(name -> config.put("output_mode", name));
    length.ifPresent(steps -> config.put("output_sequence_length", steps));
    config.put("pad_to_max_tokens", padded);
    try {
      return TextVectorizationJson.settings(config);
    } catch (InvalidTextVectorizationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void put(ObjectNode config, String field, String name) {
    if (name.equals(NONE)) {
      config.putNull(field);
    } else {
      config.put(field, name);
    }
  }

  /** Returns the file that the layer is written to. */
  Optional<Path> saved() {
    return save;
  }
}
