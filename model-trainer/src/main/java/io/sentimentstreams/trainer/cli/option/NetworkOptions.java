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

/** The network: embedding, recurrent layers, pooling, hidden dense layers and one sigmoid unit. */
public final class NetworkOptions {

  private static final int DEFAULT_WIDTH = 64;

  /** Kinds of recurrent layers. */
  enum CellKind {
    LSTM,
    GRU,
    SIMPLE_RNN,
    NONE;

    /** Returns the name as typed: {@code lstm}, {@code gru}, {@code simple-rnn}, {@code none}. */
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

    /** Returns the name as typed: {@code last}, {@code max}, {@code average}, {@code flatten}. */
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
      description = "Kind of the recurrent layers: ${COMPLETION-CANDIDATES}.")
  private CellKind cell;

  @Option(
      names = "--embedding-dim",
      paramLabel = "N",
      description =
          "Width of the embedding (default: that of --pretrained-embeddings, otherwise 64).")
  private Optional<Integer> embedding = Optional.empty();

  @Option(
      names = "--mask-zero",
      defaultValue = "true",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Skip the padding of short reviews. With false, every review is padded to --max-length"
              + " and the network reads the zeros like words, as Keras does by default (default:"
              + " ${DEFAULT-VALUE}).")
  private boolean maskZero;

  @Option(
      names = "--recurrent-layers",
      defaultValue = "1",
      paramLabel = "N",
      description = "Number of stacked recurrent layers (default: ${DEFAULT-VALUE}).")
  private int layers;

  @Option(
      names = "--units",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of the state of a recurrent layer (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--bidirectional",
      description = "Read each text in both directions, with a layer for each.")
  private boolean bidirectional;

  @Option(
      names = "--pooling",
      defaultValue = "last",
      paramLabel = "METHOD",
      description =
          "Pooling of the states into one vector: ${COMPLETION-CANDIDATES}. With --cell none it"
              + " pools the word vectors. flatten concatenates all of them and needs --mask-zero"
              + " false (default: ${DEFAULT-VALUE}).")
  private Pooling pooling = Pooling.LAST;

  @Option(
      names = "--dense",
      split = ",",
      converter = HiddenLayer.Converter.class,
      paramLabel = "UNITS[:ACTIVATION]",
      description =
          "Hidden dense layers before the output, separated by commas, such as 32:relu. Activations"
              + " are linear, relu (the default), tanh and sigmoid (default: no hidden layer).")
  private List<HiddenLayer> hidden = List.of();

  /**
   * Returns the network.
   *
   * @param indexBound a number above every token index
   * @param maxLength maximum number of timesteps
   * @param pretrained width of the pretrained embeddings; empty for random ones
   * @throws IllegalArgumentException if options contradict each other
   */
  public Network network(int indexBound, int maxLength, Optional<Integer> pretrained) {
    List<Layer> stack = new ArrayList<>();
    stack.add(new Embedding("embedding", indexBound, width(pretrained), maskZero));
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

  private int width(Optional<Integer> pretrained) {
    if (embedding.isPresent() && pretrained.isPresent() && !embedding.equals(pretrained)) {
      throw new IllegalArgumentException(
          ("--embedding-dim is %d, but --pretrained-embeddings has width %d."
                  + " Remove --embedding-dim.")
              .formatted(embedding.get(), pretrained.get()));
    }
    return embedding.or(() -> pretrained).orElse(DEFAULT_WIDTH);
  }

  private void addRecurrent(List<Layer> stack) {
    if (layers < 1) {
      throw new IllegalArgumentException("--recurrent-layers must be at least 1, was " + layers);
    }
    if (cell == CellKind.NONE) {
      if (pooling == Pooling.LAST || bidirectional || layers > 1) {
        throw new IllegalArgumentException(
            "--cell none needs --pooling max, average or flatten. Remove --bidirectional and"
                + " --recurrent-layers.");
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

  private Recurrent recurrent(int position, boolean sequences) {
    return switch (cell) {
      case LSTM -> new Lstm(numbered("lstm", position), units, sequences);
      case GRU -> new Gru(numbered("gru", position), units, sequences, true);
      case SIMPLE_RNN -> new SimpleRnn(numbered("simple_rnn", position), units, sequences);
      case NONE -> throw new AssertionError("--cell none has no recurrent layer");
    };
  }

  /** Returns the name that Keras gives: {@code lstm}, {@code lstm_1}, {@code lstm_2}. */
  private static String numbered(String name, int position) {
    return position == 0 ? name : name + "_" + position;
  }
}
