package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Dense;

/** Activation functions in double precision. */
public final class ActivationFunctions {

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  /** The error function differs from 1 by less than 3e-17 from here on. */
  private static final double LARGEST_ERF = 6;

  private ActivationFunctions() {}

  /**
   * Returns the value of an activation function of one variable.
   *
   * @throws IllegalArgumentException for softmax, which reads all outputs
   */
  public static double apply(Dense.Activation activation, double x) {
    return switch (activation) {
      case LINEAR -> x;
      case RELU -> Math.max(0, x);
      case TANH -> tanh(x);
      case SIGMOID -> sigmoid(x);
      case ELU -> elu(x);
      case SELU -> selu(x);
      case SOFTPLUS -> softplus(x);
      case SOFTSIGN -> x / (1 + Math.abs(x));
      case SILU -> x * sigmoid(x);
      case GELU -> gelu(x);
      case SOFTMAX -> throw new IllegalArgumentException("a softmax reads all outputs");
    };
  }

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

  /** Returns {@code x} above 0, otherwise {@code exp(x) - 1}. */
  static double elu(double x) {
    return x > 0 ? x : Math.expm1(x);
  }

  /** Returns the scaled {@code elu} (Klambauer et al., 2017). */
  static double selu(double x) {
    return SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
  }

  /** Returns {@code log(1 + exp(x))} without overflow. */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** Returns {@code x} times the normal distribution function (Hendrycks and Gimpel, 2016). */
  static double gelu(double x) {
    return 0.5 * x * (1 + erf(x / Math.sqrt(2)));
  }

  /**
   * Returns the error function as {@code 2 / sqrt(pi) exp(-x^2) sum of 2^n x^(2n+1) / (2n+1)!!}.
   * All terms have the same sign, so nothing cancels (Abramowitz and Stegun, 7.1.6).
   */
  private static double erf(double x) {
    if (Math.abs(x) >= LARGEST_ERF) {
      return Math.signum(x);
    }
    double square = x * x;
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * square / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-square) * sum;
  }
}
