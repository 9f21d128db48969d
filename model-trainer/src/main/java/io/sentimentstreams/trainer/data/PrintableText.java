package io.sentimentstreams.trainer.data;

import io.sentimentstreams.model.json.ControlCharacters;

/** Filter that makes untrusted text safe for terminals and messages. */
public final class PrintableText {

  private static final int MAX_LENGTH = 100;

  private PrintableText() {}

  /** Returns a text without control characters, truncated to 100 characters. */
  public static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  /**
   * Returns a text with {@code ?} in place of each run of control characters.
   *
   * @param maxLength longer texts are truncated and end in {@code ...}
   */
  public static String of(String text, int maxLength) {
    String shown = text.length() > maxLength ? text.substring(0, maxLength) + "..." : text;
    return ControlCharacters.replace(shown);
  }
}
