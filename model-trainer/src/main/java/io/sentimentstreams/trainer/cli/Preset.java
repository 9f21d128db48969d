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
 * The models that chapter 6 of "Deep Learning with Python" (Chollet, 2017) trains on film reviews,
 * each as the options that rebuild it. What is typed beside {@code --preset} goes before.
 */
public enum Preset {
  /** Notebook 6.1, word vectors learned with the task: twenty words, each weighted by its place. */
  EMBEDDING_DENSE(
      0.755,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 20
      --embedding-dim 8 --cell none --pooling flatten
      --batch-size 32
      """),

  /**
   * Notebook 6.1, pre-trained word vectors: what 200 reviews teach. Needs {@code
   * --pretrained-embeddings}.
   */
  GLOVE_DENSE(
      0.57,
      "the book's vectors are GloVe 6B of 100 dimensions, here those of --pretrained-embeddings",
      """
      --num-words 10000 --oov-token false --max-length 100
      --freeze-embeddings true --cell none --pooling flatten --dense 32:relu
      --batch-size 32 --limit 10200 --validation-split 0.980392
      """),

  /** Notebook 6.2, the simplest recurrent network. */
  SIMPLE_RNN(
      0.846,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell simple-rnn --units 32
      --batch-size 128
      """),

  /** Notebook 6.2, four recurrent layers. */
  STACKED_SIMPLE_RNN(
      Preset.NOT_GIVEN,
      "the book builds this network and does not train it",
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell simple-rnn --units 32 --recurrent-layers 4
      --batch-size 128
      """),

  /** Notebook 6.2, the same with a memory. */
  LSTM(
      0.893,
      Preset.PREPARED_INDICES,
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell lstm --units 32
      --batch-size 128
      """),

  /** The LSTM's network with GRU cells. */
  GRU(
      Preset.NOT_GIVEN,
      "the book trains a GRU on temperatures, not on reviews",
      """
      --num-words 10000 --max-length 500
      --embedding-dim 32 --cell gru --units 32
      --batch-size 128
      """);

  /** What all of them have in common: all epochs are run, whatever becomes of the loss. */
  private static final String COMMON =
      """
      --vocabulary-from all --oov-token true --truncating pre
      --mask-zero false --recurrent-layers 1 --pooling last
      --optimizer rmsprop --learning-rate 0.001 --clip-norm none
      --dropout 0 --word-dropout 0 --embedding-dropout 0
      --epochs 10 --patience 1000000 --validation-split 0.2
      """;

  private static final String PREPARED_INDICES =
      "the book takes indices that Keras prepared of both parts, with a token before each review";

  private static final double NOT_GIVEN = Double.NaN;

  private final double book;
  private final String difference;
  private final String options;

  Preset(double book, String difference, String options) {
    this.book = book;
    this.difference = difference;
    this.options = options;
  }

  /** The best validation accuracy that the book names, 0 to 1; empty where it names none. */
  Optional<Double> book() {
    return Double.isNaN(book) ? Optional.empty() : Optional.of(book);
  }

  /** The highest validation accuracy of all epochs, as the book reads it off its curves. */
  public String besideTheBook(List<EpochResult> history) {
    EpochResult highest =
        Collections.max(
            history, Comparator.comparingDouble(epoch -> epoch.validation().accuracy()));
    return String.format(
        Locale.ROOT,
        "preset %s: highest validation accuracy %.4f in epoch %d, the book's %s; what differs: %s",
        this,
        highest.validation().accuracy(),
        highest.epoch(),
        book().map(Object::toString).orElse("is not given"),
        difference);
  }

  /** The options that make this model: values by their names on the command line. */
  Map<String, String> options() {
    Map<String, String> all = new LinkedHashMap<>();
    Iterator<String> words = List.of((COMMON + options).strip().split("\\s+", -1)).iterator();
    while (words.hasNext()) {
      all.put(words.next(), words.next());
    }
    return Collections.unmodifiableMap(all);
  }

  /** As typed: {@code embedding-dense}, {@code lstm}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
