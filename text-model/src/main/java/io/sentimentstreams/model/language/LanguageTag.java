package io.sentimentstreams.model.language;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The primary subtag of a language tag as BCP 47 defines it, in one spelling per language. Case
 * does not matter, and {@code _} separates subtags too, as in {@code en_US.UTF-8}.
 *
 * <p>Codes of three letters become those of two letters where ISO 639-1 has one: {@code eng},
 * {@code ger} and {@code deu} are {@code en} and {@code de}. An individual language that has the
 * common name of a group becomes the group: {@code cmn} is {@code zh}, and {@code nb} and {@code
 * nn} are {@code no}.
 */
public final class LanguageTag {

  /** A longer text is no tag; RFC 5646 expects at most 35 characters. */
  static final int MAX_LENGTH = 64;

  /** Undetermined, several languages, no linguistic content, and languages without a code. */
  private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx", "mis");

  private static final Map<String, String> SHORT = shortCodes();

  private LanguageTag() {}

  /**
   * Returns the primary subtag: two or three lower-case letters.
   *
   * @param tag such as {@code en}, {@code pt-BR}, {@code EN_us} or {@code kor}
   * @return empty if the tag is empty, malformed, or names no single language, such as {@code und}
   */
  public static Optional<String> primary(String tag) {
    if (tag.length() == 2 && isLower(tag.charAt(0)) && isLower(tag.charAt(1))) {
      return Optional.of(SHORT.getOrDefault(tag, tag));
    }
    if (tag.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    if (language.length() < 2 || language.length() > 3 || NO_LANGUAGE.contains(language)) {
      return Optional.empty();
    }
    return Optional.of(SHORT.getOrDefault(language, language));
  }

  /**
   * Returns whether a text is a language alone, without a region or another subtag.
   *
   * @param name such as {@code en} or {@code kor}
   */
  public static boolean isPrimary(String name) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(name).build();
      return primary(name).isPresent() && locale.toLanguageTag().equals(locale.getLanguage());
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static Map<String, String> shortCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(language);
      codes.put(locale.getISO3Language(), locale.getLanguage());
      // Codes that were replaced, such as iw by he.
      codes.put(language, locale.getLanguage());
    }
    // ISO 639-2/B: the codes of libraries where they differ from those that the JDK knows.
    put(codes, "alb sq, arm hy, baq eu, bur my, chi zh, cze cs, dut nl, fre fr, geo ka, ger de");
    put(codes, "gre el, ice is, mac mk, mao mi, may ms, per fa, rum ro, slo sk, tib bo, wel cy");
    // Individual languages that texts and detectors name where people say the name of the group.
    put(codes, "arb ar, azj az, cmn zh, ekk et, khk mn, lvs lv, nb no, nn no, nob no, nno no");
    put(codes, "npi ne, ory or, pes fa, plt mg, als sq, swh sw, uzn uz, ydd yi, zsm ms, fil tl");
    return Map.copyOf(codes);
  }

  private static void put(Map<String, String> codes, String pairs) {
    for (String pair : pairs.split(", ", -1)) {
      String[] both = pair.split(" ", -1);
      codes.put(both[0], both[1]);
    }
  }
}
