package io.sentimentstreams.cli;

import io.sentimentstreams.network.Bidirectional;
import io.sentimentstreams.network.Dense;
import io.sentimentstreams.network.Embedding;
import io.sentimentstreams.network.GlobalAveragePooling;
import io.sentimentstreams.network.GlobalMaxPooling;
import io.sentimentstreams.network.Gru;
import io.sentimentstreams.network.Layer;
import io.sentimentstreams.network.Lstm;
import io.sentimentstreams.network.Network;
import io.sentimentstreams.network.Recurrent;
import io.sentimentstreams.network.SimpleRnn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The network that is trained: embedding, one recurrent layer, pooling, one sigmoid unit. */
final class NetworkOptions {

  /** The kinds of recurrent layer. */
  enum CellKind {
    LSTM,
    GRU,
    SIMPLE_RNN;

    /** As typed: {@code lstm}, {@code gru}, {@code simple-rnn}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How a sequence of states becomes one vector. */
  enum Pooling {
    LAST,
    MAX,
    MEAN;

    /** As typed: {@code last}, {@code max}, {@code mean}. */
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
      description = "The recurrent layer: ${COMPLETION-CANDIDATES}.")
  private CellKind cell;

  @Option(
      names = "--embedding",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of the word vectors (default: ${DEFAULT-VALUE}).")
  private int embedding;

  @Option(
      names = "--units",
      defaultValue = "64",
      paramLabel = "N",
      description = "Width of the recurrent layer's state (default: ${DEFAULT-VALUE}).")
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
          "What is taken of the states: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Pooling pooling = Pooling.LAST;

  /**
   * The network.
   *
   * @param indexBound the number above every token index
   */
  Network network(int indexBound) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", indexBound, embedding, true));
    Recurrent recurrent = recurrent(pooling != Pooling.LAST);
    layers.add(
        bidirectional
            ? new Bidirectional("bidirectional", recurrent, Bidirectional.MergeMode.CONCAT)
            : recurrent);
    switch (pooling) {
      case LAST -> {}
      case MAX -> layers.add(new GlobalMaxPooling("max"));
      case MEAN -> layers.add(new GlobalAveragePooling("mean"));
    }
    layers.add(new Dense("dense", 1, Dense.Activation.SIGMOID));
    return new Network(layers);
  }

  private Recurrent recurrent(boolean sequences) {
    return switch (cell) {
      case LSTM -> new Lstm("lstm", units, sequences);
      case GRU -> new Gru("gru", units, sequences, true);
      case SIMPLE_RNN -> new SimpleRnn("simple_rnn", units, sequences);
    };
  }
}
