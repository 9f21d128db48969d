package io.sentimentstreams.model.text.vectorization;

import io.sentimentstreams.model.text.IdBuffer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.TokenConsumer;
import io.sentimentstreams.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Converter of texts to rows of numbers, compatible with Keras' {@code TextVectorization} layer.
 * Immutable and thread-safe.
 */
public final class TextVectorization implements TextIndexer {

  /** Name of unknown tokens in a vocabulary. */
  public static final String UNKNOWN_TOKEN = "[UNK]";

  private final TextVectorizationSettings settings;
  private final List<String> tokens;
  private final float[] weights;
  private final VectorizationSplitter splitter;
  private final Vocabulary vocabulary;
  private final int unknownIndex;

  /**
   * Creates a converter.
   *
   * @param settings arguments of the layer
   * @param tokens vocabulary without special tokens, distinct, none empty
   * @param weights inverse document frequencies in mode {@link OutputMode#TF_IDF}: that of unknown
   *     tokens, then one per token; empty in other modes
   * @throws IllegalArgumentException if Keras has no layer with these arguments
   */
  public TextVectorization(
      TextVectorizationSettings settings, List<String> tokens, float[] weights) {
    this.settings = settings;
    this.tokens = List.copyOf(tokens);
    this.weights = weights.clone();
    OutputMode mode = settings.output().mode();
    unknownIndex = mode.unknownIndex();
    vocabulary = new Vocabulary(indices(this.tokens, mode.firstIndex()));
    splitter = new VectorizationSplitter(settings);
    if (this.tokens.isEmpty()) {
      throw new IllegalArgumentException("the vocabulary is empty");
    }
    int size = mode.firstIndex() + this.tokens.size();
    settings
        .maxTokens()
        .filter(most -> size > most)
        .ifPresent(
            most -> {
              throw new IllegalArgumentException(
                  "the vocabulary has %d tokens with the special ones, max_tokens is %d"
                      .formatted(size, most));
            });
    int expected = mode == OutputMode.TF_IDF ? size : 0;
    if (weights.length != expected) {
      throw new IllegalArgumentException(
          "there are %d idf_weights instead of %d".formatted(weights.length, expected));
    }
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException("idf_weights contain " + weight);
      }
    }
  }

  private static Map<String, Integer> indices(List<String> tokens, int first) {
    Map<String, Integer> indices = new HashMap<>();
    for (String token : tokens) {
      if (token.isEmpty()) {
        throw new IllegalArgumentException(
            "the vocabulary has an empty token at position " + indices.size());
      }
      if (indices.put(token, first + indices.size()) != null) {
        throw new IllegalArgumentException("the vocabulary has '%s' twice".formatted(token));
      }
    }
    return indices;
  }

  /** Returns the arguments of the layer. */
  public TextVectorizationSettings settings() {
    return settings;
  }

  /** Returns the vocabulary without special tokens, in the order of indices. */
  public List<String> vocabulary() {
    return tokens;
  }

  /**
   * Returns the inverse document frequencies in mode {@link OutputMode#TF_IDF}: that of unknown
   * tokens, then one per token. Empty in other modes.
   */
  public float[] weights() {
    return weights.clone();
  }

  /** Returns the special tokens before the vocabulary, as Keras' {@code get_vocabulary}. */
  List<String> specialTokens() {
    return specialTokens(settings.output().mode());
  }

  static List<String> specialTokens(OutputMode mode) {
    return mode == OutputMode.INT ? List.of("", UNKNOWN_TOKEN) : List.of(UNKNOWN_TOKEN);
  }

  @Override
  public int vocabularySize() {
    return tokens.size();
  }

  @Override
  public int indexBound() {
    return settings.output().mode().firstIndex() + tokens.size();
  }

  /** Returns the number of columns of a row in the modes that do not return indices. */
  public int width() {
    return settings.output().padToMaxTokens() ? settings.maxTokens().orElseThrow() : indexBound();
  }

  /** Returns the tokens or n-grams of a text, known or unknown. */
  @Override
  public List<String> tokens(String text) {
    List<String> found = new ArrayList<>();
    splitter.split(text, (source, from, to) -> found.add(source.substring(from, to)));
    return found;
  }

  @Override
  public boolean knows(String token) {
    return vocabulary.index(token, 0, token.length()) != Vocabulary.UNKNOWN;
  }

  @Override
  public TokenCount encode(String text, IdBuffer ids) {
    Encoding encoding = new Encoding(ids);
    splitter.split(text, encoding);
    return new TokenCount(encoding.tokens, encoding.unknown);
  }

  @Override
  public int[] aligned(String text) {
    IdBuffer ids = new IdBuffer();
    encode(text, ids);
    return ids.copy(0, ids.size());
  }

  @Override
  public int[] ranges(String text) {
    return splitter.ranges(text);
  }

  /** Returns whether the layer has an {@code output_sequence_length}. */
  @Override
  public boolean pads() {
    return settings.output().sequenceLength().isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A network reads indices, truncated and padded at their end. A text that is a single token is
   * no sequence.
   */
  @Override
  public void requireFits(SequenceSettings sequences) {
    VectorOutput output = settings.output();
    if (output.mode() != OutputMode.INT) {
      throw new IllegalArgumentException(
          "a network reads the output_mode INT of TextVectorization, was " + output.mode());
    }
    if (settings.splitting() == Splitting.NONE) {
      throw new IllegalArgumentException(
          "a network reads sequences, but TextVectorization does not split texts");
    }
    if (sequences.truncating() != Side.POST || sequences.padding() != Side.POST) {
      throw new IllegalArgumentException(
          "TextVectorization pads and truncates the end, was %s and %s"
              .formatted(sequences.padding(), sequences.truncating()));
    }
    Optional<Integer> length = output.sequenceLength();
    if (length.isPresent() && length.get() != sequences.maxLength()) {
      throw new IllegalArgumentException(
          "output_sequence_length is %d, maxLength is %d"
              .formatted(length.get(), sequences.maxLength()));
    }
  }

  /**
   * Returns the row of a text in mode {@link OutputMode#INT}. Without {@code
   * output_sequence_length}, it has an index for each token.
   *
   * @throws IllegalStateException in another mode
   */
  public int[] sequence(String text) {
    requireMode(true);
    int[] ids = aligned(text);
    VectorOutput output = settings.output();
    int length = output.sequenceLength().orElse(ids.length);
    return Arrays.copyOf(ids, output.ragged() ? Math.min(length, ids.length) : length);
  }

  /**
   * Returns the row of a text in a mode that does not return indices: values by column, without
   * zeros. The row has {@link #width} columns.
   *
   * @throws IllegalStateException in mode {@link OutputMode#INT}
   */
  public Map<Integer, Float> row(String text) {
    requireMode(false);
    Map<Integer, Float> counts = new TreeMap<>();
    splitter.split(
        text,
        (source, from, to) -> {
          if (to > from) {
            counts.merge(index(source, from, to), 1f, Float::sum);
          }
        });
    switch (settings.output().mode()) {
      case MULTI_HOT -> counts.replaceAll((column, count) -> 1f);
      case TF_IDF -> {
        counts.replaceAll((column, count) -> count * weights[column]);
        counts.values().removeIf(value -> value == 0);
      }
      case COUNT, INT -> {}
    }
    return counts;
  }

  private void requireMode(boolean indices) {
    OutputMode mode = settings.output().mode();
    if ((mode == OutputMode.INT) != indices) {
      throw new IllegalStateException("output_mode is " + mode);
    }
  }

  private int index(String text, int from, int to) {
    int index = vocabulary.index(text, from, to);
    return index == Vocabulary.UNKNOWN ? unknownIndex : index;
  }

  /** Lookup of one text's tokens. */
  private final class Encoding implements TokenConsumer {

    private final IdBuffer ids;
    private int tokens;
    private int unknown;

    Encoding(IdBuffer ids) {
      this.ids = ids;
    }

    @Override
    public void token(String text, int from, int to) {
      if (to == from) {
        // The empty token has the index of padding.
        ids.add(0);
        return;
      }
      tokens++;
      int index = index(text, from, to);
      unknown += index == unknownIndex ? 1 : 0;
      ids.add(index);
    }
  }
}
