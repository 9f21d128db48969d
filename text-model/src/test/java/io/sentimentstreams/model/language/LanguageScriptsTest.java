package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageScriptsTest {

  @Test
  void eachLanguageOfIso639HasAScript() {
    for (String code : Locale.getISOLanguages()) {
      assertThat(LanguageScripts.of(LanguageTag.primary(code).orElseThrow())).as(code).isNotEmpty();
    }
  }

  /** The Java platform knows how each language writes its own name. */
  @Test
  void eachLanguageWritesItsNameInOneOfItsScripts() {
    for (String code : Locale.getISOLanguages()) {
      String language = LanguageTag.primary(code).orElseThrow();
      Locale locale = Locale.forLanguageTag(code);
      String name = locale.getDisplayLanguage(locale);
      boolean isTranslated = !name.equals(locale.getDisplayLanguage(Locale.ROOT));
      if (isTranslated && !name.equals(locale.getDisplayLanguage(Locale.ENGLISH))) {
        assertThat(LanguageScripts.canBe(TextScript.of(name), language))
            .as(code + " " + name)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LATIN, en, true",
    "CYRILLIC, en, false",
    "LATIN, sr, true",
    "CYRILLIC, sr, true",
    "HAN, ja, true",
    "HIRAGANA, zh, false",
    "HANGUL, ko, true",
    "HAN, ko, false",
    "COMMON, ko, true",
    "CYRILLIC, gsw, true"
  })
  void aTextCanBeInALanguageOfItsScript(UnicodeScript script, String language, boolean can) {
    assertThat(LanguageScripts.canBe(script, language)).isEqualTo(can);
  }

  @ParameterizedTest
  @CsvSource({
    "HANGUL, ko",
    "HIRAGANA, ja",
    "GREEK, el",
    "THAI, th",
    "LATIN, ",
    "HAN, ",
    "COMMON, "
  })
  void someScriptsHaveOneLanguage(UnicodeScript script, String language) {
    assertThat(LanguageScripts.only(script).orElse(null)).isEqualTo(language);
  }
}
