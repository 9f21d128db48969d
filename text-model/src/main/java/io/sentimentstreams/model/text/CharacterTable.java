package io.sentimentstreams.model.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives the characters of a fixed table indices from 1, in their order; 0 stands for all others. A
 * character is a code point. Immutable and safe for use by several threads.
 */
public final class CharacterTable {

  /** ASCII as Python's {@code string.printable} lists it: what the chapter's example uses. */
  private static final String PRINTABLE =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u000b\f";

  private final Map<Integer, Integer> indices = new HashMap<>();

  /**
   * A table.
   *
   * @param characters each of them once
   */
  public CharacterTable(String characters) {
    characters
        .codePoints()
        .forEach(
            character -> {
              if (indices.putIfAbsent(character, indices.size() + 1) != null) {
                throw new IllegalArgumentException(
                    "a character table names each character once; U+%04X is there twice"
                        .formatted(character));
              }
            });
  }

  /** The 100 characters of Python's {@code string.printable}. */
  public static CharacterTable printable() {
    return new CharacterTable(PRINTABLE);
  }

  /** How many characters the table has: the largest index. */
  public int size() {
    return indices.size();
  }

  /** The index of each character of a text, in its place; 0 for those that the table lacks. */
  public int[] indices(String text) {
    return text.codePoints().map(character -> indices.getOrDefault(character, 0)).toArray();
  }
}
