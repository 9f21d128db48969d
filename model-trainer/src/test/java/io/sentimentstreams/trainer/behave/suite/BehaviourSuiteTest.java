package io.sentimentstreams.trainer.behave.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BehaviourSuiteTest {

  /** An article that does not fit the next word; "an hour" is the only exception in the suite. */
  private static final Pattern WRONG_ARTICLE =
      Pattern.compile("\\b([Aa] [aeiouAEIOU]|[Aa]n (?!hour)[^aeiouAEIOU])");

  private static final Pattern DOUBLED_WORD = Pattern.compile("\\b(\\w+) \\1\\b");

  @ParameterizedTest
  @CsvSource({"EN, 1500", "KO, 200"})
  void suitesHaveEnoughCases(SuiteLanguage language, int least) {
    assertThat(BehaviourSuite.of(language).cases()).hasSizeGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @EnumSource
  void idsAreUnique(SuiteLanguage language) {
    assertThat(BehaviourSuite.of(language).cases())
        .extracting(BehaviourCase::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith(language + "/"));
  }

  @ParameterizedTest
  @EnumSource
  void noCaseIsRepeatedWithinACapability(SuiteLanguage language) {
    assertThat(BehaviourSuite.of(language).cases().stream().filter(each -> !each.regression()))
        .extracting(each -> List.of(each.capability(), each.text(), each.partner()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void textsHaveNoOpenSlots(SuiteLanguage language) {
    assertThat(BehaviourSuite.of(language).texts())
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("[{}|\\\\]"));
  }

  @ParameterizedTest
  @EnumSource
  void expansionIsTheSameEachTime(SuiteLanguage language) {
    BehaviourSuite suite = BehaviourSuite.of(language);

    assertThat(BehaviourSuite.of(language)).isEqualTo(suite);
    assertThat(BehaviourSuite.of(language).sha256()).isEqualTo(suite.sha256()).hasSize(64);
    assertThat(suite.only(Set.of(Capability.NEGATION)).sha256()).isNotEqualTo(suite.sha256());
  }

  @Test
  void englishSuiteHasEveryCapability() {
    assertThat(capabilities(SuiteLanguage.EN)).containsExactlyInAnyOrder(Capability.values());
  }

  @Test
  void koreanSuiteHasEveryCapabilityButCapitalLetters() {
    assertThat(capabilities(SuiteLanguage.KO))
        .hasSize(Capability.values().length - 1)
        .doesNotContain(Capability.CASE);
  }

  private static Set<Capability> capabilities(SuiteLanguage language) {
    return BehaviourSuite.of(language).cases().stream()
        .map(BehaviourCase::capability)
        .collect(Collectors.toSet());
  }

  @Test
  void englishArticlesFitTheirNouns() {
    assertThat(
            BehaviourSuite.of(SuiteLanguage.EN)
                .only(EnumSet.complementOf(EnumSet.of(Capability.FOREIGN)))
                .texts())
        .noneMatch(text -> WRONG_ARTICLE.matcher(text).find());
  }

  @Test
  void englishWordsAreNotDoubled() {
    assertThat(BehaviourSuite.of(SuiteLanguage.EN).only(Set.of(Capability.NEGATION)).texts())
        .noneMatch(text -> DOUBLED_WORD.matcher(text).find());
  }

  @Test
  void regressionTextsKeepTheirClasses() {
    List<BehaviourCase> regressions =
        BehaviourSuite.of(SuiteLanguage.EN).cases().stream()
            .filter(BehaviourCase::regression)
            .toList();

    assertThat(regressions).hasSizeGreaterThanOrEqualTo(32);
    assertThat(regressions)
        .filteredOn(each -> each.text().equals("nobody loves it"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.expectation()).isEqualTo(Expectation.NEGATIVE);
              assertThat(each.capability()).isEqualTo(Capability.NEGATION);
            });
  }

  @Test
  void capabilitiesWithoutCasesAreRefused() {
    BehaviourSuite korean = BehaviourSuite.of(SuiteLanguage.KO);

    assertThatThrownBy(() -> korean.only(Set.of(Capability.CASE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Korean");
  }
}
