package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.train.EpochResult;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Models of chapter 6 of "Deep Learning with Python" (Chollet, 2017), as options of {@code train}.
 * Typed options override those of the preset.
 */
public enum Preset {
  /** Notebook 6.1, learned word embeddings: twenty words, each with its own weights. */
  EMBEDDING_DENSE(
      0.755,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 20
      --embedding-dim 8 --cell none --pooling flatten
      --batch-size 32
      """),

  /**
   * Notebook 6.1, pretrained word embeddings: training on 200 reviews. Needs {@code
   * --pretrained-embeddings}.
   */
  GLOVE_DENSE(
      0.57,
      "the book uses GloVe 6B with 100 dimensions, this training uses --pretrained-embeddings",
      """
      --num-words 10000 --oov-token false --max-length 100
      --freeze-embeddings true --cell none --pooling flatten --dense 32:relu
      --batch-size 32 --limit 10200 --validation-split 0.980392
      """),

  /** Notebook 6.2, a simple recurrent layer. */
  SIMPLE_RNN(
      0.846,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell simple-rnn --units 32
      --batch-size 128
      """),

  /** Notebook 6.2, four simple recurrent layers. */
  STACKED_SIMPLE_RNN(
      Preset.NOT_GIVEN,
      "the book defines this network but does not train it",
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell simple-rnn --units 32 --recurrent-layers 4
      --batch-size 128
      """),

  /** Notebook 6.2, an LSTM layer. */
  LSTM(
      0.893,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell lstm --units 32
      --batch-size 128
      """),

  /** The network of {@link #LSTM} with GRU cells. */
  GRU(
      Preset.NOT_GIVEN,
      "the book trains a GRU on temperatures, not on reviews",
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell gru --units 32
      --batch-size 128
      """);

  /** Options of all presets; all epochs run, whatever the loss is. */
  private static final String COMMON =
      """
      --normalizer none --vocabulary-from all --oov-token true --truncating pre
      --mask-zero false --recurrent-layers 1 --pooling last
      --optimizer rmsprop --learning-rate 0.001 --clip-norm none
      --dropout 0 --word-dropout 0 --embedding-dropout 0
      --epochs 10 --patience 1000000 --validation-split 0.2
      """;

  private static final String PREPARED_INDICES =
      "the book uses token indices that Keras prepared from both splits, with a token before each"
          + " review";

  private static final double NOT_GIVEN = Double.NaN;

  private final double book;
  private final String difference;
  private final String options;

  Preset(double book, String difference, String options) {
    this.book = book;
    this.difference = difference;
    this.options = options;
  }

  /** Returns the best validation accuracy in the book, 0 to 1; empty if there is none. */
  Optional<Double> book() {
    return Double.isNaN(book) ? Optional.empty() : Optional.of(book);
  }

  /** Returns a line that compares the highest validation accuracy with that in the book. */
  public String comparison(List<EpochResult> history) {
    EpochResult highest =
        Collections.max(
            history, Comparator.comparingDouble(epoch -> epoch.validation().accuracy()));
    return String.format(
        Locale.ROOT,
        "preset %s: highest validation accuracy %.4f in epoch %d, in the book %s. Difference: %s.",
        this,
        highest.validation().accuracy(),
        highest.epoch(),
        book().map(Object::toString).orElse("not given"),
        difference);
  }

  /** Returns the values of the options, by option name. */
  Map<String, String> options() {
    Map<String, String> all = new LinkedHashMap<>();
    Iterator<String> words = List.of((COMMON + options).strip().split("\\s+", -1)).iterator();
    while (words.hasNext()) {
      all.put(words.next(), words.next());
    }
    return Collections.unmodifiableMap(all);
  }

  /** Returns the name as typed: {@code embedding-dense}, {@code lstm}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
