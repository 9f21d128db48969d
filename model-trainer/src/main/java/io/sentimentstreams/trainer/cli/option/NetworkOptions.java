package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The network that is trained: embedding, recurrent layers, pooling, hidden dense layers, one
 * sigmoid unit.
 */
public final class NetworkOptions {

  private static final int DEFAULT_WIDTH = 64;

  /** The kinds of recurrent layer. */
  enum CellKind {
    LSTM,
    GRU,
    SIMPLE_RNN,
    NONE;

    /** As typed: {@code lstm}, {@code gru}, {@code simple-rnn}, {@code none}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How a sequence becomes one vector. */
  enum Pooling {
    LAST,
    MAX,
    AVERAGE,
    FLATTEN;

    /** As typed: {@code last}, {@code max}, {@code average}, {@code flatten}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--cell",
      required = true,
      paramLabel = "CELL",
      description = "The recurrent layers: ${COMPLETION-CANDIDATES}.")
  private CellKind cell;

  @Option(
      names = "--embedding-dim",
      paramLabel = "N",
      description = "Width of the word vectors (default: that of --pretrained-embeddings, or 64).")
  private Optional<Integer> embedding = Optional.empty();

  @Option(
      names = "--mask-zero",
      defaultValue = "true",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Whether the padding of short reviews is skipped. Where it is not, every review is"
              + " padded to --max-length and the zeros are read like words, as Keras does by"
              + " default (default: ${DEFAULT-VALUE}).")
  private boolean maskZero;

  @Option(
      names = "--recurrent-layers",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "How many recurrent layers stand on each other; each but the last hands on its state of"
              + " every timestep (default: ${DEFAULT-VALUE}).")
  private int layers;

  @Option(
      names = "--units",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of a recurrent layer's state (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--bidirectional",
      description = "Read each text from both ends, with a layer for each.")
  private boolean bidirectional;

  @Option(
      names = "--pooling",
      defaultValue = "last",
      paramLabel = "HOW",
      description =
          "What is taken of the states, or of the word vectors where there is no recurrent layer:"
              + " ${COMPLETION-CANDIDATES}; flatten, all of them side by side, needs --mask-zero"
              + " false (default: ${DEFAULT-VALUE}).")
  private Pooling pooling = Pooling.LAST;

  @Option(
      names = "--dense",
      split = ",",
      converter = HiddenLayer.Converter.class,
      paramLabel = "UNITS[:ACTIVATION]",
      description =
          "Hidden dense layers before the last one, such as 32:relu; activations are linear, relu,"
              + " tanh and sigmoid (default: none; relu).")
  private List<HiddenLayer> hidden = List.of();

  /**
   * The network.
   *
   * @param indexBound the number above every token index
   * @param maxLength the most timesteps of a sequence
   * @param given the width of the word vectors that training begins with; empty for drawn ones
   * @throws IllegalArgumentException if the options do not fit each other
   */
  public Network network(int indexBound, int maxLength, Optional<Integer> given) {
    List<Layer> stack = new ArrayList<>();
    stack.add(new Embedding("embedding", indexBound, width(given), maskZero));
    addRecurrent(stack);
    switch (pooling) {
      case LAST -> {}
      case MAX -> stack.add(new GlobalMaxPooling("max"));
      case AVERAGE -> stack.add(new GlobalAveragePooling("mean"));
      case FLATTEN -> stack.add(new Flatten("flatten", maxLength));
    }
    for (int i = 0; i < hidden.size(); i++) {
      stack.add(hidden.get(i).layer(numbered("hidden", i)));
    }
    stack.add(new Dense("dense", 1, Dense.Activation.SIGMOID));
    return new Network(stack);
  }

  private int width(Optional<Integer> given) {
    if (embedding.isPresent() && given.isPresent() && !embedding.equals(given)) {
      throw new IllegalArgumentException(
          "--embedding-dim %d does not fit --pretrained-embeddings, whose vectors have %d numbers"
              .formatted(embedding.get(), given.get()));
    }
    return embedding.or(() -> given).orElse(DEFAULT_WIDTH);
  }

  private void addRecurrent(List<Layer> stack) {
    if (layers < 1) {
      throw new IllegalArgumentException("--recurrent-layers must be at least 1, was " + layers);
    }
    if (cell == CellKind.NONE) {
      if (pooling == Pooling.LAST || bidirectional || layers > 1) {
        throw new IllegalArgumentException(
            "--cell none needs --pooling max, average or flatten, without --bidirectional and"
                + " --recurrent-layers");
      }
      return;
    }
    for (int i = 0; i < layers; i++) {
      Recurrent recurrent = recurrent(i, i < layers - 1 || pooling != Pooling.LAST);
      stack.add(
          bidirectional
              ? new Bidirectional(
                  numbered("bidirectional", i), recurrent, Bidirectional.MergeMode.CONCAT)
              : recurrent);
    }
  }

  private Recurrent recurrent(int place, boolean sequences) {
    return switch (cell) {
      case LSTM -> new Lstm(numbered("lstm", place), units, sequences);
      case GRU -> new Gru(numbered("gru", place), units, sequences, true);
      case SIMPLE_RNN -> new SimpleRnn(numbered("simple_rnn", place), units, sequences);
      case NONE -> throw new AssertionError("there is no recurrent layer");
    };
  }

  /** A layer's name as Keras gives it: {@code lstm}, {@code lstm_1}, {@code lstm_2}. */
  private static String numbered(String name, int place) {
    return place == 0 ? name : name + "_" + place;
  }
}
