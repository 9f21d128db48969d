package io.sentimentstreams.model.scoring.kernel;

/**
 * The inner loops of the forward pass in single precision, for one kind of machine. Immutable and
 * safe for use by several threads.
 *
 * <p>A gate row holds the gates of one timestep side by side, each as wide as {@link #padded} says;
 * what is beyond a gate's units is 0 and stays 0. Sigmoid gates travel as {@code x / 2}, because
 * {@code sigmoid(x) = (1 + tanh(x / 2)) / 2} makes one function of two.
 */
public interface Kernels {

  /** What the loops are made for, in words for a log. */
  String description();

  /** The width that a number of units takes in a gate row: the next multiple of the lanes. */
  int padded(int units);

  /**
   * How many elements a product takes with a matrix of so many columns: those and their padding.
   */
  int width(int columns);

  /** How many records go through a recurrence side by side at most, because more gain nothing. */
  int recordsAtOnce();

  /** How much of the memory for weights a matrix takes. */
  long size(int rows, int columns);

  /**
   * Lays a matrix out for these kernels.
   *
   * @param values the elements, row-major; not kept
   * @param rows the number of rows
   * @param columns the number of columns
   * @param memory has {@link #size} left
   */
  PackedMatrix pack(float[] values, int rows, int columns, WeightArena memory);

  /**
   * Replaces values by their hyperbolic tangents, with an absolute error below {@value
   * RationalTanh#ERROR}.
   *
   * @param from the first one
   * @param count how many, a multiple of the lanes
   */
  void tanh(float[] values, int from, int count);

  /**
   * The state of an LSTM after one timestep: {@code c = f * c + i * g; h = o * tanh(c)}.
   *
   * @param gates i, f, g, o, all after {@link #tanh}, the first from {@code from} on
   * @param width the padded width of a gate
   * @param at where the record's state begins in {@code c} and in {@code h}
   */
  void lstm(float[] gates, int from, int width, float[] c, float[] h, int at);

  /**
   * What the reset gate leaves of the hidden state: {@code y = r * h}.
   *
   * @param gates z, r, both after {@link #tanh}, the first from {@code from} on
   * @param at where the record's state begins in {@code h} and in {@code y}
   */
  void reset(float[] gates, int from, int width, float[] h, float[] y, int at);

  /**
   * Adds the input to what the reset gate leaves of the candidate's recurrent product: {@code y = x
   * + r * y}.
   *
   * @param gates z, r, both after {@link #tanh}, and y, the first from {@code from} on
   * @param x where the candidate's input stands
   * @param xFrom its first element
   */
  void resetAndAdd(float[] gates, int from, int width, float[] x, int xFrom);

  /**
   * The state of a GRU after one timestep: {@code h = z * h + (1 - z) * candidate}.
   *
   * @param gates z, r, candidate, all after {@link #tanh}, the first from {@code from} on
   * @param at where the record's state begins in {@code h}
   */
  void gru(float[] gates, int from, int width, float[] h, int at);

  /**
   * Takes values into the largest so far.
   *
   * @param from the first value
   * @param largest the largest so far, from {@code at} on
   * @param count how many, a multiple of the lanes
   */
  void largest(float[] values, int from, float[] largest, int at, int count);

  /**
   * Takes values into a sum.
   *
   * @param from the first value
   * @param sum the sum so far, from {@code at} on
   * @param count how many, a multiple of the lanes
   */
  void add(float[] values, int from, float[] sum, int at, int count);
}
