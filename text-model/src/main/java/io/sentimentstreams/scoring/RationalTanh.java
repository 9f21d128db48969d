package io.sentimentstreams.scoring;

/**
 * {@code tanh(x) = x * P(x²) / Q(x²)} for {@code |x| <= LIMIT}; beyond, the value at the limit
 * stands for 1. P is of degree 3 and Q of degree 4, fitted by iteratively reweighted least squares
 * (Lawson, 1961) for the smallest absolute error over that range, which is 1.3e-7 before rounding.
 */
final class RationalTanh {

  /** The largest absolute error in single precision, for all finite arguments. */
  static final double ERROR = 5e-7;

  /** Where the function is taken to be level: 1 - tanh(8) is 2.3e-7. */
  static final float LIMIT = 8;

  static final float P0 = 0.99999934f;
  static final float P1 = 0.1291364f;
  static final float P2 = 0.002938826f;
  static final float P3 = 1.1310208e-05f;

  static final float Q0 = 1;
  static final float Q1 = 0.46246737f;
  static final float Q2 = 0.02376382f;
  static final float Q3 = 0.00023702825f;
  static final float Q4 = 2.4238366e-07f;

  private RationalTanh() {}

  static float tanh(float value) {
    float x = Math.max(-LIMIT, Math.min(LIMIT, value));
    float u = x * x;
    float p = ((P3 * u + P2) * u + P1) * u + P0;
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + Q0;
    return x * p / q;
  }
}
