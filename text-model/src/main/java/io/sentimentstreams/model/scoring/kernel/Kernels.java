package io.sentimentstreams.model.scoring.kernel;

/**
 * Inner loops of the forward pass in single precision, for one kind of machine. Immutable and
 * thread-safe.
 *
 * <p>A gate row holds the gates of one timestep side by side, each with the width of {@link
 * #padded}. Elements beyond a gate's units are 0 and stay 0. Sigmoid gates are stored as {@code x /
 * 2}, because {@code sigmoid(x) = (1 + tanh(x / 2)) / 2} needs only one function for both.
 */
public interface Kernels {

  /** Returns a description of the target machine for logs. */
  String description();

  /** Returns the width of a gate in a gate row: the next multiple of the number of lanes. */
  int padded(int units);

  /** Returns the width of a product with a matrix of this many columns, including padding. */
  int width(int columns);

  /** Returns the maximum useful number of records in a recurrence step. */
  int recordsAtOnce();

  /** Returns the arena size that a matrix needs, in floats. */
  long size(int rows, int columns);

  /**
   * Packs a matrix for these kernels.
   *
   * @param values elements, row-major; not kept
   * @param rows number of rows
   * @param columns number of columns
   * @param memory arena with at least {@link #size} left
   */
  PackedMatrix pack(float[] values, int rows, int columns, WeightArena memory);

  /**
   * Replaces values by their hyperbolic tangents, with an absolute error below {@value
   * RationalTanh#ERROR}.
   *
   * @param from first value
   * @param count number of values, a multiple of the lanes
   */
  void tanh(float[] values, int from, int count);

  /**
   * Computes the state of an LSTM after one timestep: {@code c = f * c + i * g; h = o * tanh(c)}.
   *
   * @param gates i, f, g, o, all after {@link #tanh}, starting at {@code from}
   * @param width padded width of a gate
   * @param at start of the record's state in {@code c} and in {@code h}
   */
  void lstm(float[] gates, int from, int width, float[] c, float[] h, int at);

  /**
   * Applies the reset gate to the hidden state: {@code y = r * h}.
   *
   * @param gates z, r, both after {@link #tanh}, starting at {@code from}
   * @param at start of the record's state in {@code h} and in {@code y}
   */
  void reset(float[] gates, int from, int width, float[] h, float[] y, int at);

  /**
   * Applies the reset gate to the candidate's recurrent product and adds the input: {@code y = x +
   * r * y}.
   *
   * @param gates z, r, both after {@link #tanh}, and y, starting at {@code from}
   * @param x array with the candidate's input
   * @param xFrom first element of the input
   */
  void resetAndAdd(float[] gates, int from, int width, float[] x, int xFrom);

  /**
   * Computes the state of a GRU after one timestep: {@code h = z * h + (1 - z) * candidate}.
   *
   * @param gates z, r, candidate, all after {@link #tanh}, starting at {@code from}
   * @param at start of the record's state in {@code h}
   */
  void gru(float[] gates, int from, int width, float[] h, int at);

  /**
   * Updates maxima element by element.
   *
   * @param from first value
   * @param max maxima so far, starting at {@code at}
   * @param count number of values, a multiple of the lanes
   */
  void max(float[] values, int from, float[] max, int at, int count);

  /**
   * Adds values to sums, element by element.
   *
   * @param from first value
   * @param sum sums so far, starting at {@code at}
   * @param count number of values, a multiple of the lanes
   */
  void add(float[] values, int from, float[] sum, int at, int count);
}
