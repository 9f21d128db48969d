package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN, en",
    "en-US, en",
    "en_US, en",
    "EN_us, en",
    "en_US.UTF-8, en",
    "de_DE@euro, de",
    "' ko ', ko",
    "zh-Hant-TW, zh",
    "zh-cmn-Hans-CN, zh",
    "sr-Latn, sr",
    "eng, en",
    "ger, de",
    "deu, de",
    "KOR, ko",
    "cze, cs",
    "gsw, gsw",
    "cmn, zh",
    "nb, no",
    "nn-NO, no",
    "fil, tl",
    "iw, he",
    "in, id",
    "ji, yi"
  })
  void aTagHasOnePrimarySubtag(String tag, String primary) {
    assertThat(LanguageTag.primary(tag)).contains(primary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "und", "UND", "mul", "zxx", "mis", "und-Latn", "x-private", "english"})
  void aTagWithoutALanguageHasNone(String tag) {
    assertThat(LanguageTag.primary(tag)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "1", "-", "_", "-en", "en\u0000", "ко", "\uD800", "e n"})
  void aMalformedTagHasNone(String tag) {
    assertThat(LanguageTag.primary(tag)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000_000})
  void aLongTextIsNoTag(int length) {
    assertThat(LanguageTag.primary("en-" + "x".repeat(length - 3))).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "en, true",
    "eng, true",
    "EN, true",
    "gsw, true",
    "en-US, false",
    "en_US, false",
    "und, false",
    "english, false",
    "*, false",
    "'', false",
    "x-private, false",
    "e, false"
  })
  void aRouteHasALanguageAlone(String name, boolean primary) {
    assertThat(LanguageTag.isPrimary(name)).isEqualTo(primary);
  }
}
