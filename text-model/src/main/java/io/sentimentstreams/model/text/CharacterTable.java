package io.sentimentstreams.model.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Index of the characters of a fixed table: from 1 in their order, and 0 for all others. A
 * character is a code point. Immutable and thread-safe.
 */
public final class CharacterTable {

  /**
   * The ASCII characters of Python's {@code string.printable}, which the example of chapter 6.1 of
   * Deep Learning with Python uses.
   */
  private static final String PRINTABLE =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u000b\f";

  private final Map<Integer, Integer> indices = new HashMap<>();

  /**
   * Creates a table.
   *
   * @param characters distinct characters
   * @throws IllegalArgumentException if a character occurs twice
   */
  public CharacterTable(String characters) {
    characters
        .codePoints()
        .forEach(
            character -> {
              if (indices.putIfAbsent(character, indices.size() + 1) != null) {
                throw new IllegalArgumentException(
                    "Character table has a duplicate: U+%04X. List each character once."
                        .formatted(character));
              }
            });
  }

  /** Returns the 100 characters of Python's {@code string.printable}. */
  public static CharacterTable printable() {
    return new CharacterTable(PRINTABLE);
  }

  /** Returns the number of characters, which is the largest index. */
  public int size() {
    return indices.size();
  }

  /**
   * Returns the index of each character of a text, in order; 0 for characters outside of the table.
   */
  public int[] indices(String text) {
    return text.codePoints().map(character -> indices.getOrDefault(character, 0)).toArray();
  }
}
