package io.sentimentstreams.system.monitoring;

import java.util.Locale;

/** Formats of values in Grafana's units. */
final class Units {

  private static final double THOUSAND = 1_000;
  private static final double KIBI = 1_024;

  private Units() {}

  /** Returns a value with its unit, rounded for pictures. */
  static String format(double value, String unit) {
    return switch (unit) {
      case "s" -> seconds(value);
      case "ms" -> seconds(value / THOUSAND);
      case "percentunit" -> number(100 * value) + " %";
      case "bytes" -> scaled(value, KIBI, " B", " KiB", " MiB", " GiB");
      case "Bps" -> scaled(value, THOUSAND, " B/s", " kB/s", " MB/s", " GB/s");
      case "cps" -> number(value) + " /s";
      case "short" -> scaled(value, THOUSAND, "", " k", " M", " G");
      default -> number(value);
    };
  }

  private static String seconds(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0 s";
    } else if (size < 0.001) {
      return number(value * 1_000_000) + " µs";
    } else if (size < 1) {
      return number(value * THOUSAND) + " ms";
    } else if (size < 60) {
      return number(value) + " s";
    } else {
      return size < 3_600 ? number(value / 60) + " min" : number(value / 3_600) + " h";
    }
  }

  private static String scaled(double value, double base, String... names) {
    int power = 0;
    double rest = value;
    while (Math.abs(rest) >= base && power < names.length - 1) {
      rest /= base;
      power++;
    }
    return number(rest) + names[power];
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String text = String.format(Locale.ROOT, size >= 1 ? "%.1f" : "%.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
