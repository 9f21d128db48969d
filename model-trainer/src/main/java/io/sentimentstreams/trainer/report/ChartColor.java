package io.sentimentstreams.trainer.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Chart colours for light and dark pages. The data colours follow the colour-blind safe palette of
 * Okabe and Ito (2008).
 */
enum ChartColor {
  TEXT(0x24292f, 0xe6edf3),
  GRID(0xd8dee4, 0x3d444d),
  GUIDE(0x6e7781, 0x9198a1),
  FIRST(0x0072b2, 0x56b4e9),
  SECOND(0xd55e00, 0xf2a65a),
  THIRD(0x009e73, 0x4cc9a4),
  FOURTH(0xcc79a7, 0xe3a6c7),
  FIFTH(0x8c6d00, 0xf0e442),
  SIXTH(0x5b3fa0, 0xb59ae8);

  private final int light;
  private final int dark;

  ChartColor(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Returns the colour for light pages, which charts are rendered in. */
  Color color() {
    return new Color(light);
  }

  /** Returns the CSS rules that replace the colours of charts on dark pages. */
  static String darkRules() {
    return Arrays.stream(values())
        .flatMap(color -> Arrays.stream(new String[] {"fill", "stroke"}).map(color::rule))
        .collect(Collectors.joining("\n"));
  }

  private String rule(String attribute) {
    return String.format(
        Locale.ROOT,
        ".chart [%s=\"rgb(%d,%d,%d)\"] { %s: #%06x; }",
        attribute,
        color().getRed(),
        color().getGreen(),
        color().getBlue(),
        attribute,
        dark);
  }
}
