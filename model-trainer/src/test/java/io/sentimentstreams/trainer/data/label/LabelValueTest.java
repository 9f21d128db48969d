package io.sentimentstreams.trainer.data.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelValueTest {

  @ParameterizedTest
  @CsvSource({
    "5.0,5",
    "5,5",
    "+5,5",
    "5.,5",
    "5e0,5",
    "0.5E1,5",
    "05,5",
    "5.00000,5",
    "-0,0",
    "-0.0,0",
    ".5,0.5",
    "1e0,1",
    "-1.0,-1",
    "\u22121,-1",
    "\uff15,5",
    "100,100",
    "1e2,100",
    "Good,good",
    "GOOD,good",
    "' good ',good",
    "very   bad,very bad",
    "\u00a0good\u00a0,good",
    "STRASSE,stra\u00dfe",
    "\uff27ood,good",
    "5 stars,5 stars",
    "1_0,1_0",
    "Infinity,infinity",
  })
  void spellingsOfOneValueHaveOneKey(String one, String other) {
    assertThat(LabelValue.of(one).key()).isEqualTo(LabelValue.of(other).key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF1", "1\r", "\u200b1", "1\u0000", "\u00a01\t", "1\u00ad", "\n1 "})
  void invisibleCharactersAtTheEdgesDoNotCount(String raw) {
    assertThat(LabelValue.of(raw)).isEqualTo(LabelValue.of("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\uFEFF",
        "nan",
        "NaN",
        "NAN",
        "-nan",
        "NA",
        "na",
        "N/A",
        "#N/A",
        "<NA>",
        "null",
        "NULL",
        "nil",
        "None",
        "unlabeled",
        "Unlabelled",
        "unsup"
      })
  void missingValuesAreMarkers(String raw) {
    assertThat(LabelValue.of(raw).isMarker()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "0", "-1", "n", "no", "neutral", "nana", "-"})
  void otherValuesAreNoMarkers(String raw) {
    assertThat(LabelValue.of(raw).isMarker()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9999", "1e-9999", "0e9999", "9e400"})
  void hugeExponentsHaveShortKeys(String raw) {
    assertThat(LabelValue.of(raw).key()).hasSizeLessThan(20);
  }

  @Property
  void notationsOfANumberHaveOneKey(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(3) BigDecimal number) {
    String key = LabelValue.of(number.toPlainString()).key();

    assertThat(LabelValue.of(number + "00").key())
        .isEqualTo(number.scale() > 0 ? key : LabelValue.of(number + "00").key());
    assertThat(LabelValue.of(String.format(Locale.ROOT, "%e", number)).key())
        .isEqualTo(
            LabelValue.of(new BigDecimal(String.format(Locale.ROOT, "%e", number)).toPlainString())
                .key());
    assertThat(new BigDecimal(key)).isEqualByComparingTo(number);
    assertThat(LabelValue.of(key).key()).as("idempotent").isEqualTo(key);
  }

  @Property
  void keysAreTheirOwnKeys(@ForAll String raw) {
    String key = LabelValue.of(raw).key();

    assertThat(LabelValue.of(LabelValue.of(key).key()).key()).isEqualTo(LabelValue.of(key).key());
  }
}
