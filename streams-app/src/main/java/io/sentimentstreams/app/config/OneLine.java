package io.sentimentstreams.app.config;

import java.util.regex.Pattern;

/** Filter that makes untrusted text safe for messages of one line and for terminals. */
public final class OneLine {

  /** The control characters of ASCII and of ISO 8859, which terminals interpret as well. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]+");

  private OneLine() {}

  /** Returns a text with one space in place of each run of control characters. */
  public static String of(String text) {
    return CONTROLS.matcher(text).replaceAll(" ");
  }
}
