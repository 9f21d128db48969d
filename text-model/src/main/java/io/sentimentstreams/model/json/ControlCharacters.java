package io.sentimentstreams.model.bundle;

import java.util.regex.Pattern;

/** Filter for the control characters (C0 and C1) of untrusted text that appears in messages. */
final class ControlCharacters {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]+");

  private ControlCharacters() {}

  /** Returns whether a text contains a control character. */
  static boolean areIn(String text) {
    return CONTROLS.matcher(text).find();
  }

  /** Returns a text with each run of control characters replaced by a question mark. */
  static String replace(String text) {
    return CONTROLS.matcher(text).replaceAll("?");
  }
}
