package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;

/** The recurrent layers that are measured. */
public enum CellKind {
  /** One gate. */
  SIMPLE_RNN("SimpleRNN"),
  /** Four gates. */
  LSTM("LSTM"),
  /** Three gates, reset after the product. */
  GRU("GRU");

  private final String label;

  CellKind(String label) {
    this.label = label;
  }

  /** Keras' name. */
  public String label() {
    return label;
  }

  /**
   * A layer that gives its last state.
   *
   * @param units the width of the state
   */
  public Recurrent layer(int units) {
    return switch (this) {
      case SIMPLE_RNN -> new SimpleRnn("recurrent", units, false);
      case LSTM -> new Lstm("recurrent", units, false);
      case GRU -> new Gru("recurrent", units, false, true);
    };
  }
}
