package io.sentimentstreams.model.json;

import java.util.regex.Pattern;

/** Filter for the control characters (C0 and C1) of untrusted text that appears in messages. */
public final class ControlCharacters {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]+");

  private ControlCharacters() {}

  /** Returns whether a text contains a control character. */
  public static boolean areIn(String text) {
    return CONTROLS.matcher(text).find();
  }

  /** Returns a text with each run of control characters replaced by a question mark. */
  public static String replace(String text) {
    return CONTROLS.matcher(text).replaceAll("?");
  }
}
