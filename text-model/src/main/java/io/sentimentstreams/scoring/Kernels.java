package io.sentimentstreams.scoring;

/**
 * The inner loops of the forward pass in single precision, for one kind of machine. Immutable and
 * safe for use by several threads.
 *
 * <p>A gate row holds the gates of one timestep side by side, each as wide as {@link #padded} says;
 * what is beyond a gate's units is 0 and stays 0. Sigmoid gates travel as {@code x / 2}, because
 * {@code sigmoid(x) = (1 + tanh(x / 2)) / 2} makes one function of two.
 */
interface Kernels {

  /** What the loops are made for, in words for a log. */
  String description();

  /** The width that a number of units takes in a gate row: the next multiple of the lanes. */
  int padded(int units);

  /**
   * How many elements a product takes with a matrix of so many columns: those and their padding.
   */
  int width(int columns);

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
  PackedMatrix pack(float[] values, int rows, int columns, WeightMemory memory);

  /**
   * Replaces values by their hyperbolic tangents, with an absolute error below {@value
   * RationalTanh#ERROR}.
   *
   * @param count how many, a multiple of the lanes
   */
  void tanh(float[] values, int count);

  /**
   * The state of an LSTM after one timestep: {@code c = f * c + i * g; h = o * tanh(c)}.
   *
   * @param gates i, f, g, o, all after {@link #tanh}
   * @param width the padded width of a gate
   */
  void lstm(float[] gates, int width, float[] c, float[] h);

  /**
   * What the reset gate leaves of the hidden state: {@code y = r * h}.
   *
   * @param gates z, r, both after {@link #tanh}
   */
  void reset(float[] gates, int width, float[] h, float[] y);

  /**
   * Adds the input to what the reset gate leaves of the recurrent product: {@code y = x + r * y}.
   *
   * @param gates z, r, both after {@link #tanh}
   * @param x where the candidate's input stands
   * @param from its first element
   */
  void resetAndAdd(float[] gates, int width, float[] x, int from, float[] y);

  /**
   * The state of a GRU after one timestep: {@code h = z * h + (1 - z) * candidate}.
   *
   * @param gates z, r, both after {@link #tanh}
   * @param candidate after {@link #tanh}
   */
  void gru(float[] gates, int width, float[] candidate, float[] h);
}
