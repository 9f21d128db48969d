package io.sentimentstreams.benchmarks.result;

import java.util.Locale;

/** How figures are written in tables. */
public final class Figures {

  /** Stands where nothing was measured. */
  public static final String NONE = "-";

  private Figures() {}

  /** With three significant digits, and never fewer than all before the point. */
  public static String of(double value) {
    double magnitude = Math.abs(value);
    int decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** How many times: {@code 2.05x}. */
  public static String ratio(double value) {
    return of(value) + "x";
  }

  /** How many times, and the quarters of its repetitions: {@code 2.05x (1.98 to 2.11)}. */
  public static String ratio(Spread value) {
    return "%s (%s to %s)".formatted(ratio(value.median()), of(value.low()), of(value.high()));
  }

  /** In percent, without decimals. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
