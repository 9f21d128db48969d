package io.sentimentstreams.model.text.vectorization;

/**
 * Change of a text before it is split. As in TensorFlow, only ASCII letters become lower case, and
 * only ASCII punctuation is removed; nothing replaces it.
 */
public enum Standardization {
  /** Lower case, without punctuation. */
  LOWER_AND_STRIP_PUNCTUATION(true, true),
  /** Lower case. */
  LOWER(true, false),
  /** Without punctuation. */
  STRIP_PUNCTUATION(false, true),
  /** No change. */
  NONE(false, false);

  /** Distance between a capital and its small letter. */
  private static final int TO_LOWER = 'a' - 'A';

  private static final char ASCII = 0x80;

  /** Characters that the layer's regular expression matches. */
  private static final boolean[] PUNCTUATION = new boolean[ASCII];

  static {
    for (char each : "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'".toCharArray()) {
      PUNCTUATION[each] = true;
    }
  }

  private final boolean lower;
  private final boolean strip;

  Standardization(boolean lower, boolean strip) {
    this.lower = lower;
    this.strip = strip;
  }

  /** Returns the changed text. */
  String apply(String text) {
    if (!lower && !strip) {
      return text;
    }
    StringBuilder changed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (strip && unit < ASCII && PUNCTUATION[unit]) {
        continue;
      }
      changed.append(lower && unit >= 'A' && unit <= 'Z' ? (char) (unit + TO_LOWER) : unit);
    }
    return changed.toString();
  }
}
