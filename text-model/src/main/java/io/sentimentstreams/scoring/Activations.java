package io.sentimentstreams.scoring;

/** The functions of the gates, in double precision. */
final class Activations {

  private Activations() {}

  /** The logistic function {@code 1 / (1 + exp(-x))}. */
  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * The hyperbolic tangent as {@code 1 - 2 / (exp(2x) + 1)}: its absolute error stays below 3e-16,
   * and {@code Math.exp} is an intrinsic where {@code Math.tanh} is not.
   */
  static double tanh(double x) {
    return 1 - 2 / (Math.exp(2 * x) + 1);
  }
}
