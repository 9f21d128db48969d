package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.model.text.CharacterTable;
import io.sentimentstreams.model.text.HashingTrick;
import io.sentimentstreams.model.text.MatrixMode;
import io.sentimentstreams.model.text.NGrams;
import io.sentimentstreams.model.text.OneHot;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.TextMatrix;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.vectorization.OutputMode;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.VectorOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Converter of texts and sequences into rows. Thread-safe. */
public final class Vectorizer {

  private final RowShape shape;

  /** Creates a converter. */
  public Vectorizer(RowShape shape) {
    this.shape = shape;
  }

  /**
   * Returns rows of texts without a vocabulary.
   *
   * @throws IllegalArgumentException if the mode and the shape contradict each other
   */
  public Vectorization ofTexts(
      VectorizationMode mode, Source<String> texts, TokenizerSettings settings) {
    Tokenizer splitter = Tokenizer.fit(settings, List.of());
    Optional<HashingTrick> hashing = shape.hashing(settings);
    return switch (mode) {
      case TOKENS -> words(texts.map(text -> new VectorizedRow.Words(splitter.tokens(text))));
      case CHARS -> {
        int steps = steps(texts.map(text -> text.codePointCount(0, text.length())));
        yield oneHot(texts, OneHot.of(CharacterTable.printable(), steps));
      }
      case NGRAMS -> {
        NGrams ngrams = shape.ngrams(settings);
        Source<Map<String, Integer>> counts =
            texts.map(text -> ngrams.counts(splitter.tokens(text)));
        yield hashing.isPresent()
            ? hashed(counts, hashing.get())
            : words(counts.map(VectorizedRow.Counts::new));
      }
      case HASHING -> {
        HashingTrick used = hashing.orElseThrow();
        yield ofSequences(texts.map(text -> numbers(used.sequence(text))));
      }
      case ONE_HOT -> {
        HashingTrick used = hashing.orElseThrow();
        int steps = steps(texts.map(text -> used.sequence(text).length));
        yield oneHot(texts, OneHot.of(used, steps));
      }
      default -> throw new IllegalStateException("--mode %s needs a vocabulary".formatted(mode));
    };
  }

  /**
   * Returns rows of texts with a vocabulary.
   *
   * @throws IllegalArgumentException if the mode and the shape contradict each other
   */
  public Vectorization ofTexts(VectorizationMode mode, Source<String> texts, Tokenizer tokenizer) {
    return switch (mode) {
      case SEQUENCE -> ofSequences(texts.map(text -> numbers(tokenizer.sequence(text))));
      case TEXTS ->
          words(
              texts.map(text -> new VectorizedRow.Text(tokenizer.text(tokenizer.sequence(text)))));
      case ONE_HOT -> {
        if (shape.hashing().isPresent()) {
          yield ofTexts(mode, texts, tokenizer.settings());
        }
        int steps = steps(texts.map(text -> tokenizer.tokens(text).size()));
        yield oneHot(texts, OneHot.of(tokenizer, steps));
      }
      case BINARY, COUNT, FREQ, TFIDF ->
          matrix(mode, tokenizer, matrix -> texts.map(matrix::sparseRow));
      default -> ofTexts(mode, texts, tokenizer.settings());
    };
  }

  /**
   * Returns rows of a layer. Sequences of a layer without a length can have the length of the
   * shape; they are padded and truncated at their end.
   */
  public Vectorization ofTexts(Source<String> texts, TextVectorization layer) {
    VectorOutput output = layer.settings().output();
    if (output.mode() != OutputMode.INT) {
      List<Integer> dimensions = List.of(layer.width());
      return new Vectorization(
          texts.map(text -> sparse(dimensions, layer.row(text))),
          shape.type(output.mode() == OutputMode.TF_IDF ? NumberType.FLOAT32 : NumberType.INT64),
          Optional.of(dimensions));
    }
    Source<int[]> sequences = texts.map(layer::sequence);
    Optional<Integer> length =
        output.ragged() || output.sequenceLength().isPresent()
            ? output.sequenceLength().filter(fixed -> !output.ragged())
            : shape.length(sequences.map(sequence -> sequence.length));
    return new Vectorization(
        sequences.map(
            sequence ->
                new VectorizedRow.Numbers(
                    numbers(Arrays.copyOf(sequence, length.orElse(sequence.length))))),
        shape.type(NumberType.INT64),
        length.map(List::of));
  }

  private static VectorizedRow sparse(List<Integer> dimensions, Map<Integer, Float> row) {
    Map<Integer, Double> wide = new TreeMap<>();
    row.forEach((column, value) -> wide.put(column, value.doubleValue()));
    return row(dimensions, wide);
  }

  /** Returns rows of sequences. */
  public Vectorization ofSequences(Source<double[]> sequences) {
    NumberType type = shape.type(NumberType.INT32);
    Padding padding = shape.padding();
    Optional<Integer> length = shape.length(sequences.map(sequence -> sequence.length));
    if (length.isEmpty()) {
      return new Vectorization(sequences.map(VectorizedRow.Numbers::new), type, Optional.empty());
    }
    int to = length.get();
    return new Vectorization(
        sequences.map(sequence -> new VectorizedRow.Numbers(padding.pad(sequence, to))),
        type,
        Optional.of(List.of(to)));
  }

  /**
   * Returns rows of token indices with their vocabulary.
   *
   * @throws IllegalArgumentException if the mode needs texts
   */
  public Vectorization ofSequences(
      VectorizationMode mode, Source<double[]> sequences, Tokenizer tokenizer) {
    Source<int[]> indices = sequences.map(Vectorizer::indices);
    return switch (mode) {
      case TEXTS ->
          words(indices.map(sequence -> new VectorizedRow.Text(tokenizer.text(sequence))));
      case BINARY, COUNT, FREQ, TFIDF ->
          matrix(mode, tokenizer, matrix -> indices.map(matrix::sparseRow));
      default ->
          throw new IllegalArgumentException(
              "--input sequences does not fit --mode %s. Use sequence, texts, binary, count, freq"
                      .formatted(mode)
                  + " or tfidf.");
    };
  }

  private int steps(Source<Integer> lengths) {
    return shape.length(lengths).orElseThrow();
  }

  private static Vectorization words(Source<? extends VectorizedRow> rows) {
    return new Vectorization(rows.map(row -> row), NumberType.INT32, Optional.empty());
  }

  private Vectorization oneHot(Source<String> texts, OneHot oneHot) {
    List<Integer> dimensions = List.of(oneHot.timesteps(), oneHot.width());
    return new Vectorization(
        texts.map(text -> row(dimensions, oneHot.columns(text))),
        shape.type(NumberType.FLOAT32),
        Optional.of(dimensions));
  }

  private static VectorizedRow row(List<Integer> dimensions, int[] columns) {
    long width = dimensions.get(1);
    long[] positions =
        IntStream.range(0, columns.length)
            .filter(i -> columns[i] != 0)
            .mapToLong(i -> i * width + columns[i])
            .toArray();
    double[] ones = new double[positions.length];
    Arrays.fill(ones, 1);
    return new VectorizedRow.Sparse(dimensions, positions, ones);
  }

  private Vectorization hashed(Source<Map<String, Integer>> counts, HashingTrick hashing) {
    List<Integer> dimensions = List.of(hashing.space());
    return new Vectorization(
        counts.map(
            each -> {
              Map<Integer, Double> row = new TreeMap<>();
              each.forEach(
                  (gram, count) ->
                      row.merge(hashing.index(gram), count.doubleValue(), Double::sum));
              return row(dimensions, row);
            }),
        shape.type(NumberType.INT32),
        Optional.of(dimensions));
  }

  private Vectorization matrix(
      VectorizationMode mode,
      Tokenizer tokenizer,
      Function<TextMatrix, Source<Map<Integer, Double>>> rows) {
    TextMatrix matrix = new TextMatrix(tokenizer, MatrixMode.valueOf(mode.name()));
    List<Integer> dimensions = List.of(matrix.width());
    return new Vectorization(
        rows.apply(matrix).map(row -> row(dimensions, row)),
        shape.type(NumberType.FLOAT64),
        Optional.of(dimensions));
  }

  private static VectorizedRow row(List<Integer> dimensions, Map<Integer, Double> row) {
    return new VectorizedRow.Sparse(
        dimensions,
        row.keySet().stream().mapToLong(Integer::longValue).toArray(),
        row.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] numbers(int[] indices) {
    return Arrays.stream(indices).asDoubleStream().toArray();
  }

  private static int[] indices(double[] numbers) {
    return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
  }
}
