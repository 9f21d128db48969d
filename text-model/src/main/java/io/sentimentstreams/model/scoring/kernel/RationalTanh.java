package io.sentimentstreams.model.scoring.kernel;

/**
 * {@code tanh(x) = x * P(x²) / Q(x²)} for {@code |x| <= LIMIT}; beyond the limit, its value at the
 * limit. P and Q have degree 4. They were fitted by iteratively reweighted least squares (Lawson,
 * 1961) for the smallest absolute error in that range, which is 6e-9 before rounding.
 */
public final class RationalTanh {

  /** Largest absolute error in single precision, for all finite arguments. */
  public static final double ERROR = 5e-7;

  /** Argument from which the function is constant: 1 - tanh(8) is 2.3e-7. */
  static final float LIMIT = 8;

  static final float P0 = 0.99999994f;
  static final float P1 = 0.13438194f;
  static final float P2 = 0.0035641587f;
  static final float P3 = 2.1773289e-05f;
  static final float P4 = 1.5061874e-08f;

  static final float Q0 = 1;
  static final float Q1 = 0.46771514f;
  static final float Q2 = 0.026136026f;
  static final float Q3 = 0.00033991836f;
  static final float Q4 = 8.4536873e-07f;

  private RationalTanh() {}

  static float tanh(float value) {
    float x = Math.max(-LIMIT, Math.min(LIMIT, value));
    float u = x * x;
    float p = (((P4 * u + P3) * u + P2) * u + P1) * u + P0;
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + Q0;
    return x * p / q;
  }
}
