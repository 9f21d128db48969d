package io.sentimentstreams.trainer.train.math;

/**
 * Sigmoid and hyperbolic tangent in single precision, as loops that the JIT compiler vectorizes.
 *
 * <p>The hyperbolic tangent is the rational approximation {@code x P(x²) / Q(x²)} on [-9, 9] with
 * the coefficients that Eigen publishes for {@code ptanh} (MathFunctionsImpl.h); its absolute error
 * stays below 5e-7.
 */
public final class GateFunctions {

  private static final float LIMIT = 9f;
  private static final float A1 = 0.0048935246f;
  private static final float A3 = 6.3726195E-4f;
  private static final float A5 = 1.48572235E-5f;
  private static final float A7 = 5.1222973E-8f;
  private static final float A9 = -8.604672E-11f;
  private static final float A11 = 2.000188E-13f;
  private static final float A13 = -2.7607684E-16f;
  private static final float B0 = 0.004893525f;
  private static final float B2 = 0.0022684347f;
  private static final float B4 = 1.1853471E-4f;
  private static final float B6 = 1.1982584E-6f;

  private GateFunctions() {}

  /** Applies the hyperbolic tangent to a range of elements in place. */
  public static void tanh(float[] values, int from, int length) {
    for (int i = from; i < from + length; i++) {
      values[i] = tanh(values[i]);
    }
  }

  /** Applies the sigmoid to a range of elements in place. */
  public static void sigmoid(float[] values, int from, int length) {
    for (int i = from; i < from + length; i++) {
      values[i] = 0.5f + 0.5f * tanh(0.5f * values[i]);
    }
  }

  /** Returns the hyperbolic tangent of a number. */
  public static float tanh(float value) {
    float x = Math.max(-LIMIT, Math.min(LIMIT, value));
    float s = x * x;
    float p = x * (A1 + s * (A3 + s * (A5 + s * (A7 + s * (A9 + s * (A11 + s * A13))))));
    float q = B0 + s * (B2 + s * (B4 + s * B6));
    return p / q;
  }
}
