package io.sentimentstreams.trainer.data.label;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A label as a value. Two labels are the same if their keys are equal: {@code 5}, {@code 5.0},
 * {@code +5} and {@code 5e0} are one number, {@code Good} and {@code GOOD} are one word, and so are
 * {@code neg} and {@code negative}.
 *
 * @param spelling as in the file, without blanks at the edges
 * @param key normalised form: plain decimal notation of a number; otherwise NFKC without case and
 *     with single spaces
 */
public record LabelValue(String spelling, String key) {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:[0-9]{1,64}(?:\\.[0-9]{0,64})?|\\.[0-9]{1,64})(?:e[+-]?[0-9]{1,4})?");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Largest number of zeros that the notation of a number gets. */
  private static final int MAX_ZEROS = 40;

  /** Spellings of a missing value that pandas, R, SQL and JSON write. */
  private static final Set<String> MARKERS =
      Set.of(
          "",
          "nan",
          "-nan",
          "na",
          "n/a",
          "#n/a",
          "#na",
          "<na>",
          "null",
          "nil",
          "unlabeled",
          "unlabelled",
          "unsup");

  /** Abbreviations that are equal to a word. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of("neg", "negative", "pos", "positive", "neu", "neutral");

  /** Python's missing value; in lower case it can be the name of a class. */
  private static final String PYTHON_NONE = "None";

  /** Returns the value of a label as it is in a file. */
  public static LabelValue of(String raw) {
    String spelling = trimmed(raw);
    return new LabelValue(spelling, key(spelling));
  }

  /**
   * Returns a text without white space, invisible formatting characters such as a byte order mark,
   * and NUL at its edges.
   */
  public static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return character == 0
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static String key(String spelling) {
    String folded =
        Normalizer.normalize(spelling, Normalizer.Form.NFKC)
            .replace('\u2212', '-')
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return NUMBER.matcher(folded).matches()
        ? plain(new BigDecimal(folded))
        : word(BLANKS.matcher(folded).replaceAll(" "));
  }

  private static String word(String folded) {
    return ABBREVIATIONS.getOrDefault(folded, folded);
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return Math.abs((long) stripped.scale()) > MAX_ZEROS
        ? stripped.toString().toLowerCase(Locale.ROOT)
        : stripped.toPlainString();
  }

  /** Returns the number if the label is one. */
  public Optional<BigDecimal> number() {
    return NUMBER.matcher(key).matches() ? Optional.of(new BigDecimal(key)) : Optional.empty();
  }

  /** Returns whether this is a spelling of "no label", such as an empty field or {@code NaN}. */
  boolean isMarker() {
    return MARKERS.contains(key) || spelling.equals(PYTHON_NONE);
  }

  /** Returns the name for a label: the plain notation of a number, otherwise the spelling. */
  String name() {
    return number().isPresent() ? key : spelling;
  }
}
