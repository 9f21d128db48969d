package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;

/** Recurrent layers in the benchmark. */
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

  /** Returns Keras' name. */
  public String label() {
    return label;
  }

  /**
   * Returns a layer whose output is its last state.
   *
   * @param units width of the state
   */
  public Recurrent layer(int units) {
    return switch (this) {
      case SIMPLE_RNN -> new SimpleRnn("recurrent", units, false);
      case LSTM -> new Lstm("recurrent", units, false);
      case GRU -> new Gru("recurrent", units, false, true);
    };
  }
}
