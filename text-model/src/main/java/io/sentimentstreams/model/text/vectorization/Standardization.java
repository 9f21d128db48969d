package io.sentimentstreams.model.text.vectorization;

import io.sentimentstreams.model.text.IdBuffer;

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
      if (removes(unit)) {
        continue;
      }
      changed.append(lower && unit >= 'A' && unit <= 'Z' ? (char) (unit + TO_LOWER) : unit);
    }
    return changed.toString();
  }

  /**
   * Returns the position in the text of each UTF-16 code unit of the changed text, and the length
   * of the text.
   */
  int[] origins(String text) {
    IdBuffer origins = new IdBuffer();
    for (int i = 0; i < text.length(); i++) {
      if (!removes(text.charAt(i))) {
        origins.add(i);
      }
    }
    origins.add(text.length());
    return origins.copy(0, origins.size());
  }

  private boolean removes(char unit) {
    return strip && unit < ASCII && PUNCTUATION[unit];
  }
}
