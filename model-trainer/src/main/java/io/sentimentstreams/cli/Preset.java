package io.sentimentstreams.cli;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The models that chapter 6 of "Deep Learning with Python" (Chollet, 2017) trains on film reviews,
 * each as the options that rebuild it. What is typed beside {@code --preset} goes before.
 */
enum Preset {
  /** Notebook 6.1, word vectors learned with the task: twenty words, each weighted by its place. */
  EMBEDDING_DENSE(
      0.755,
      "the book counts words in the test part too and puts a start token before each review",
      entry("--words", "10000"),
      entry("--max-length", "20"),
      entry("--embedding", "8"),
      entry("--cell", "none"),
      entry("--pooling", "flatten"),
      entry("--batch-size", "32")),

  /** Notebook 6.1, pre-trained word vectors: what 200 reviews teach. Needs {@code --embeddings}. */
  GLOVE_DENSE(
      0.57,
      "the book's vectors are GloVe 6B of 100 dimensions, here those of --embeddings",
      entry("--words", "10000"),
      entry("--unknown-words", "drop"),
      entry("--max-length", "100"),
      entry("--embeddings-frozen", "true"),
      entry("--cell", "none"),
      entry("--pooling", "flatten"),
      entry("--dense", "32:relu"),
      entry("--batch-size", "32"),
      entry("--limit", "10200"),
      entry("--validation-share", Double.toString(10_000 / 10_200.0))),

  /** Notebook 6.2, the simplest recurrent network. */
  SIMPLE_RNN(
      0.846,
      "the book counts words in the test part too and puts a start token before each review",
      entry("--words", "10000"),
      entry("--max-length", "500"),
      entry("--embedding", "32"),
      entry("--cell", "simple-rnn"),
      entry("--units", "32"),
      entry("--batch-size", "128")),

  /** Notebook 6.2, four recurrent layers; the book shows the network and does not train it. */
  STACKED_SIMPLE_RNN(
      Preset.NOT_IN_THE_BOOK,
      "the book builds this network and does not train it",
      entry("--words", "10000"),
      entry("--max-length", "500"),
      entry("--embedding", "32"),
      entry("--cell", "simple-rnn"),
      entry("--layers", "4"),
      entry("--units", "32"),
      entry("--batch-size", "128")),

  /** Notebook 6.2, the same with a memory. */
  LSTM(
      0.893,
      "the book counts words in the test part too and puts a start token before each review",
      entry("--words", "10000"),
      entry("--max-length", "500"),
      entry("--embedding", "32"),
      entry("--cell", "lstm"),
      entry("--units", "32"),
      entry("--batch-size", "128")),

  /** The LSTM's network with GRU cells, which the book trains on other data only. */
  GRU(
      Preset.NOT_IN_THE_BOOK,
      "the book trains a GRU on temperatures, not on reviews",
      entry("--words", "10000"),
      entry("--max-length", "500"),
      entry("--embedding", "32"),
      entry("--cell", "gru"),
      entry("--units", "32"),
      entry("--batch-size", "128"));

  /** What all of them have in common; ten epochs whatever becomes of the validation loss. */
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          entry("--vocabulary", "whole"),
          entry("--unknown-words", "token"),
          entry("--truncating", "pre"),
          entry("--mask-zero", "false"),
          entry("--layers", "1"),
          entry("--pooling", "last"),
          entry("--optimizer", "rmsprop"),
          entry("--learning-rate", "0.001"),
          entry("--clip-norm", "none"),
          entry("--dropout", "0"),
          entry("--embedding-dropout", "0"),
          entry("--epochs", "10"),
          entry("--patience", Integer.toString(Integer.MAX_VALUE)),
          entry("--validation-share", "0.2"));

  private static final double NOT_IN_THE_BOOK = Double.NaN;

  private final double book;
  private final String difference;
  private final Map<String, String> own;

  @SafeVarargs
  Preset(double book, String difference, Map.Entry<String, String>... own) {
    this.book = book;
    this.difference = difference;
    this.own = Collections.unmodifiableMap(new LinkedHashMap<>(Map.ofEntries(own)));
  }

  /** The best validation accuracy that the book names, 0 to 1; empty where it names none. */
  Optional<Double> book() {
    return Double.isNaN(book) ? Optional.empty() : Optional.of(book);
  }

  /** What is not as in the book. */
  String difference() {
    return difference;
  }

  /** The options that make this model, by their names on the command line. */
  Map<String, String> options() {
    Map<String, String> all = new LinkedHashMap<>(COMMON);
    all.putAll(own);
    return Collections.unmodifiableMap(all);
  }

  /** As typed: {@code embedding-dense}, {@code lstm}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
