package io.sentimentstreams.model.scoring.reference;

/** Activation functions of the gates, in double precision. */
public final class ActivationFunctions {

  private ActivationFunctions() {}

  /**
   * Replaces {@code x} by {@code exp(x_i) / sum of exp(x_j)}. The largest {@code x} is subtracted
   * first, which prevents overflow.
   */
  public static void softmax(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.exp(x[i] - largest);
      sum += x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= sum;
    }
  }

  /** Returns the logistic function {@code 1 / (1 + exp(-x))}. */
  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Returns the hyperbolic tangent as {@code 1 - 2 / (exp(2x) + 1)}. Its absolute error is below
   * 3e-16, and {@code Math.exp} is an intrinsic, unlike {@code Math.tanh}.
   */
  static double tanh(double x) {
    return 1 - 2 / (Math.exp(2 * x) + 1);
  }
}
