package io.sentimentstreams.model.text.normalize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Properties of characters, as in Unicode 14.0. The table is a part of the rules' version, so a
 * bundle reads a text the same way on every Java release. Code points that Unicode added later are
 * letters; those that it reserves for emoji are emoji. Immutable and thread-safe.
 */
final class Characters {

  /** Character between the numbers of a fraction such as ½ after its decomposition. */
  static final int FRACTION_SLASH = 0x2044;

  private static final int[] NOTHING = {};

  /** Above the last plane whose characters decompose or combine. */
  private static final int END_OF_MARKS = 0x30000;

  private static final CharacterKind[] KINDS = CharacterKind.values();
  private static final int KIND = 0x1f;
  private static final int DECOMPOSES = 0x20;
  private static final int BOUND_BACK = 0x40;
  private static final int CODE_POINT_BITS = 21;

  /** The table, which uses the constants above. */
  private static final Characters UNICODE_14 = new Characters("characters-1.txt");

  /** Kind in the low bits, and flags. */
  private final PageTable kinds = new PageTable();

  private final PageTable combiningClasses = new PageTable();
  private final char[] ascii = new char[Character.MAX_VALUE + 1];
  private final int[] decomposed;
  private final int[][] decompositions;
  private final long[] pairs;
  private final int[] composites;

  private Characters(String table) {
    TreeMap<Integer, int[]> decompositionsByCode = new TreeMap<>();
    TreeMap<Long, Integer> compositesByPair = new TreeMap<>();
    setAscii();
    InputStream in = Objects.requireNonNull(Characters.class.getResourceAsStream(table), table);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line, decompositionsByCode, compositesByPair));
    } catch (IOException e) {
      throw new UncheckedIOException(table, e);
    }
    decomposed = decompositionsByCode.keySet().stream().mapToInt(Integer::intValue).toArray();
    decompositions = decompositionsByCode.values().toArray(int[][]::new);
    pairs = compositesByPair.keySet().stream().mapToLong(Long::longValue).toArray();
    composites = compositesByPair.values().stream().mapToInt(Integer::intValue).toArray();
    setFlags(compositesByPair);
  }

  /** Returns the table of version 1 of the rules. */
  static Characters unicode14() {
    return UNICODE_14;
  }

  private void setAscii() {
    kinds.set(0, 0x1f, code(CharacterKind.REMOVED));
    kinds.set(0x7f, 0x7f, code(CharacterKind.REMOVED));
    // What Python's str.isspace() calls white space.
    kinds.set(0x0b, 0x0d, code(CharacterKind.SPACE));
    kinds.set(0x1c, 0x1f, code(CharacterKind.SPACE));
    kinds.set(' ', '~', code(CharacterKind.PUNCTUATION));
    kinds.set('\t', '\n', code(CharacterKind.PUNCTUATION));
    kinds.set('0', '9', code(CharacterKind.NUMBER));
    kinds.set('A', 'Z', code(CharacterKind.WORD));
    kinds.set('a', 'z', code(CharacterKind.WORD));
    kinds.set('\'', '\'', code(CharacterKind.APOSTROPHE));
    kinds.set('`', '`', code(CharacterKind.APOSTROPHE));
    // What begins a tag or a character reference must not stay, so that the rules are idempotent.
    kinds.set('<', '<', code(CharacterKind.SEPARATOR));
    kinds.set('&', '&', code(CharacterKind.SEPARATOR));
  }

  private void read(String line, Map<Integer, int[]> decomposition, Map<Long, Integer> composite) {
    String[] words = line.split(" ", -1);
    int[] codes =
        Arrays.stream(words).skip(1).mapToInt(field -> Integer.parseInt(field, 16)).toArray();
    switch (words[0]) {
      case "ascii" -> ascii[codes[0]] = (char) codes[1];
      case "class" -> combiningClasses.set(codes[0], codes[1], codes[2]);
      case "decompose" -> decomposition.put(codes[0], Arrays.copyOfRange(codes, 1, codes.length));
      case "compose" -> composite.put(pair(codes[0], codes[1]), codes[2]);
      default ->
          kinds.set(
              codes[0], codes[1], code(CharacterKind.valueOf(words[0].toUpperCase(Locale.ROOT))));
    }
  }

  private void setFlags(Map<Long, Integer> compositesByPair) {
    PageTable seconds = new PageTable();
    compositesByPair
        .keySet()
        .forEach(
            pair -> {
              int second = (int) (pair & ((1 << CODE_POINT_BITS) - 1));
              seconds.set(second, second, 1);
            });
    seconds.set(Hangul.FIRST_VOWEL, Hangul.LAST_VOWEL, 1);
    seconds.set(Hangul.FIRST_TRAIL, Hangul.LAST_TRAIL, 1);
    for (int code = 0x80; code < END_OF_MARKS; code++) {
      int[] parts = decomposition(code);
      int first = parts.length == 0 ? code : parts[0];
      int flags =
          (parts.length == 0 ? 0 : DECOMPOSES)
              | (combiningClass(first) != 0 || seconds.get(first) != 0 ? BOUND_BACK : 0);
      if (flags != 0) {
        kinds.set(code, code, kinds.get(code) | flags);
      }
    }
  }

  /** Returns the role of a code point. */
  CharacterKind kind(int codePoint) {
    return KINDS[kinds.get(codePoint) & KIND];
  }

  /** Returns whether a code point has a {@link #decomposition}. */
  boolean decomposes(int codePoint) {
    return (kinds.get(codePoint) & DECOMPOSES) != 0;
  }

  /** Returns whether a code point may be composed with, or ordered before, an earlier one. */
  boolean isBoundBack(int codePoint) {
    return (kinds.get(codePoint) & BOUND_BACK) != 0;
  }

  /** Returns the full decomposition of a code point; empty if it has none. Shared, read only. */
  int[] decomposition(int codePoint) {
    int found = Arrays.binarySearch(decomposed, codePoint);
    return found < 0 ? NOTHING : decompositions[found];
  }

  /** Returns the canonical combining class of a code point, 0 to 254. */
  int combiningClass(int codePoint) {
    return combiningClasses.get(codePoint);
  }

  /** Returns the composite of two code points without Hangul; -1 if there is none. */
  int composite(int first, int second) {
    int found = Arrays.binarySearch(pairs, pair(first, second));
    return found < 0 ? -1 : composites[found];
  }

  /** Returns the ASCII punctuation with the meaning of a character; 0 if there is none. */
  char ascii(int codePoint) {
    return codePoint < ascii.length ? ascii[codePoint] : 0;
  }

  private static int code(CharacterKind kind) {
    return Arrays.asList(KINDS).indexOf(kind);
  }

  private static long pair(int first, int second) {
    return ((long) first << CODE_POINT_BITS) | second;
  }
}
