package io.sentimentstreams.benchmarks.result;

import java.util.Locale;

/** Format of figures in tables. */
public final class FigureFormat {

  /** Text of a missing figure. */
  public static final String NONE = "-";

  private FigureFormat() {}

  /**
   * Returns a number with at least three significant digits, without dropping digits before the
   * decimal point.
   */
  public static String of(double value) {
    double magnitude = Math.abs(value);
    int decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Returns a ratio, for example {@code 2.05x}. */
  public static String ratio(double value) {
    return of(value) + "x";
  }

  /** Returns a ratio and its quartiles, for example {@code 2.05x (1.98 to 2.11)}. */
  public static String ratio(Quartiles value) {
    return "%s (%s to %s)".formatted(ratio(value.median()), of(value.low()), of(value.high()));
  }

  /** Returns a percentage without decimals. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
