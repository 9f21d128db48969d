package io.sentimentstreams.model.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scripts in which languages are written today. It knows the languages of ISO 639-1. Texts in
 * another script, such as Hindi in Latin letters, need a language tag.
 */
public final class LanguageScripts {

  /** Scripts other than Latin, each with its languages. */
  private static final String[] WRITTEN = {
    "ARABIC ar az fa ha kk ks ku ky ms pa ps sd tg tk ug ur uz",
    "ARMENIAN hy",
    "BENGALI as bn",
    "BOPOMOFO zh",
    "CANADIAN_ABORIGINAL cr iu oj",
    "CYRILLIC ab av az ba be bg bs ce cu cv kk kv ky mk mn os ro ru sh sr tg tk tt ug uk uz",
    "DEVANAGARI hi ks mr ne pi sa sd",
    "ETHIOPIC am ti",
    "GEORGIAN ka",
    "GREEK el",
    "GUJARATI gu",
    "GURMUKHI pa",
    "HAN ja zh",
    "HANGUL ko",
    "HEBREW he yi",
    "HIRAGANA ja",
    "KANNADA kn",
    "KHMER km",
    "LAO lo",
    "MALAYALAM ml",
    "MONGOLIAN mn",
    "MYANMAR my",
    "ORIYA or",
    "SINHALA si",
    "TAMIL ta",
    "TELUGU te",
    "THAANA dv",
    "THAI th",
    "TIBETAN bo dz",
    "YI ii"
  };

  /** Languages of several scripts, of which Latin is one. */
  private static final String ALSO_LATIN = "az bs cr ha iu kk ku ms oj pi ro sh sr tg tk tt uz";

  private static final Map<String, Set<UnicodeScript>> SCRIPTS = scripts();

  private LanguageScripts() {}

  /**
   * Returns the scripts of a language.
   *
   * @param language primary subtag
   * @return empty if the language is not in ISO 639-1
   */
  public static Set<UnicodeScript> of(String language) {
    return SCRIPTS.getOrDefault(language, Set.of());
  }

  /**
   * Returns whether a text in a script can be in a language.
   *
   * @param script {@link UnicodeScript#COMMON} if the text has none
   * @param language primary subtag
   */
  public static boolean canBe(UnicodeScript script, String language) {
    Set<UnicodeScript> scripts = of(language);
    return script == UnicodeScript.COMMON || scripts.isEmpty() || scripts.contains(script);
  }

  /**
   * Returns the only language of a script, such as Korean of Hangul.
   *
   * @return empty if there are several or none
   */
  public static Optional<String> only(UnicodeScript script) {
    List<String> languages =
        SCRIPTS.entrySet().stream()
            .filter(each -> each.getValue().contains(script))
            .map(Map.Entry::getKey)
            .limit(2)
            .toList();
    return languages.size() == 1 ? Optional.of(languages.get(0)) : Optional.empty();
  }

  private static Map<String, Set<UnicodeScript>> scripts() {
    Map<String, Set<UnicodeScript>> found = new HashMap<>();
    for (String line : WRITTEN) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        found
            .computeIfAbsent(words[i], unused -> EnumSet.noneOf(UnicodeScript.class))
            .add(UnicodeScript.valueOf(words[0]));
      }
    }
    Set<String> latin = new HashSet<>(Arrays.asList(ALSO_LATIN.split(" ", -1)));
    for (String code : Locale.getISOLanguages()) {
      String language = LanguageTag.primary(code).orElse(code);
      Set<UnicodeScript> scripts =
          found.computeIfAbsent(language, unused -> EnumSet.of(UnicodeScript.LATIN));
      if (latin.contains(language)) {
        scripts.add(UnicodeScript.LATIN);
      }
    }
    return Map.copyOf(found);
  }
}
