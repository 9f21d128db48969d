package io.sentimentstreams.model.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Lower case exactly as in Python's {@code str.lower()}, which Keras uses to build its
 * vocabularies. Java's {@code toLowerCase(Locale.ROOT)} differs in two ways:
 *
 * <ul>
 *   <li>For a final capital sigma, Java looks for the end of a word and Python looks for letters.
 *   <li>Java uses the Unicode version of its own release.
 * </ul>
 *
 * <p>This table is that of CPython 3.11 (Unicode 14.0), so a bundle reads a text the same way on
 * every Java release. Letters that Unicode added later keep their case, as in that Python.
 *
 * <p>Immutable and thread-safe.
 */
final class LowerCase {

  private static final LowerCase PYTHON = new LowerCase("lower-case.txt");

  private static final char ASCII = 0x80;
  private static final char CAPITAL_SIGMA = 'Σ';
  private static final char SMALL_SIGMA = 'σ';
  private static final char FINAL_SIGMA = 'ς';

  /** The only 16-bit character whose lower case is longer. */
  private static final char CAPITAL_I_WITH_DOT = 'İ';

  /** Lower case by code unit, for characters whose lower case is one code unit. */
  private final char[] plain = new char[Character.MAX_VALUE + 1];

  /** All other lower cases: longer ones and those beyond 16 bits. */
  private final Map<Integer, String> others = new HashMap<>();

  /** Cased letters. */
  private final BitSet cased = new BitSet();

  /** Characters inside words that are not letters: marks and apostrophes. */
  private final BitSet ignorable = new BitSet();

  private LowerCase(String table) {
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (char) i;
    }
    InputStream in = Objects.requireNonNull(LowerCase.class.getResourceAsStream(table), table);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(table, e);
    }
  }

  private void read(String line) {
    String[] fields = line.split(" ", -1);
    int first = Integer.parseInt(fields[1], 16);
    int second = Integer.parseInt(fields[2], 16);
    switch (fields[0]) {
      case "cased" -> cased.set(first, second + 1);
      case "ignorable" -> ignorable.set(first, second + 1);
      case "lower" -> {
        if (fields.length == 3 && first < plain.length && second < plain.length) {
          plain[first] = (char) second;
        } else {
          StringBuilder lower = new StringBuilder();
          for (int i = 2; i < fields.length; i++) {
            lower.appendCodePoint(Integer.parseInt(fields[i], 16));
          }
          others.put(first, lower.toString());
        }
      }
      default -> throw new IllegalStateException(line);
    }
  }

  /** Returns a text in lower case. */
  static String of(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : PYTHON.lower(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  private String lower(String text) {
    StringBuilder lowered = new StringBuilder(text.length() + 2);
    for (int i = 0; i < text.length(); ) {
      char unit = text.charAt(i);
      if (unit < ASCII) {
        lowered.append(plain[unit]);
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (codePoint == CAPITAL_SIGMA) {
        lowered.append(isFinal(text, i) ? FINAL_SIGMA : SMALL_SIGMA);
      } else {
        append(lowered, codePoint);
      }
      i = next;
    }
    return lowered.toString();
  }

  private void append(StringBuilder lowered, int codePoint) {
    if (codePoint < plain.length && codePoint != CAPITAL_I_WITH_DOT) {
      lowered.append(plain[codePoint]);
      return;
    }
    String other = others.get(codePoint);
    if (other == null) {
      lowered.appendCodePoint(codePoint);
    } else {
      lowered.append(other);
    }
  }

  /**
   * Returns whether a sigma is final: after a cased letter and not before one, ignorable characters
   * skipped.
   */
  private boolean isFinal(String text, int sigma) {
    int before = sigma;
    while (before > 0 && ignorable.get(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !cased.get(text.codePointBefore(before))) {
      return false;
    }
    int after = sigma + 1;
    while (after < text.length() && ignorable.get(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return after == text.length() || !cased.get(text.codePointAt(after));
  }
}
