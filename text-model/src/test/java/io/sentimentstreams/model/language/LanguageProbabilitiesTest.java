package io.sentimentstreams.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageProbabilitiesTest {

  @ParameterizedTest
  @CsvSource({"0.30, 0.10, en", "0.111, 0.10, en", "0.109, 0.10, ", "0.10, 0.10, ", "0, 0, "})
  void aLanguageIsFoundAmongOthersIfItIsMoreProbable(double en, double de, String found) {
    LanguageProbabilities given = new LanguageProbabilities(Map.of("en", en, "de", de, "fr", 0.5));
    assertThat(given.among(List.of("en", "de")).orElse(null)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"0.151, true", "0.149, false", "0, false"})
  void aLanguageOutsideExcludesTheOthers(double fr, boolean excluded) {
    LanguageProbabilities given =
        new LanguageProbabilities(Map.of("en", 0.1, "de", 0.05, "fr", fr));
    assertThat(given.excludes(List.of("en", "de"))).isEqualTo(excluded);
  }

  @Test
  void nothingIsFoundWithoutProbabilities() {
    LanguageProbabilities none = new LanguageProbabilities(Map.of());
    assertThat(none.among(List.of("en"))).isEmpty();
    assertThat(none.excludes(List.of("en"))).isFalse();
    assertThat(none.found()).isEmpty();
    assertThat(none.of("en")).isZero();
  }

  @Test
  void theLanguageOfATextIsMoreProbableThanAllOthers() {
    assertThat(new LanguageProbabilities(Map.of("da", 0.31, "no", 0.2, "en", 0.1)).found())
        .contains("da");
    assertThat(new LanguageProbabilities(Map.of("da", 0.3, "no", 0.29, "en", 0.1)).found())
        .isEmpty();
  }
}
