package io.sentimentstreams.trainer.behave;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.behave.suite.BehaviourSuite;
import io.sentimentstreams.trainer.behave.suite.Capability;
import io.sentimentstreams.trainer.behave.suite.Expectation;
import io.sentimentstreams.trainer.behave.suite.SuiteLanguage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BehaviourResultTest {

  /** Share of a capability that an answer without reading the text may pass. */
  private static final double CHANCE = 0.8;

  private record Constant(Answer answer) implements Respondent {

    @Override
    public String name() {
      return "constant";
    }

    @Override
    public List<Answer> answers(List<String> texts) {
      return Collections.nCopies(texts.size(), answer);
    }
  }

  @ParameterizedTest
  @CsvSource({"EN, 1", "EN, 0", "KO, 1", "KO, 0"})
  void constantLabelPassesNoCapability(SuiteLanguage language, double score) {
    BehaviourResult result = of(language, Answer.ofScore(score));

    assertThat(result.byCapability().values())
        .allSatisfy(rate -> assertThat(rate.passRate()).isLessThanOrEqualTo(CHANCE));
    assertThat(result.total().passRate()).isLessThan(0.6);
  }

  @ParameterizedTest
  @EnumSource
  void abstentionPassesOnlyCasesWithoutALabel(SuiteLanguage language) {
    BehaviourResult result = of(language, new Answer(Optional.empty(), Optional.empty()));

    assertThat(result.total().passRate()).isLessThan(0.5);
    assertThat(result.byCapability())
        .hasEntrySatisfying(
            Capability.VOCABULARY,
            rate -> {
              assertThat(rate.passed()).isZero();
              assertThat(rate.abstained()).isEqualTo(rate.cases());
            })
        .hasEntrySatisfying(Capability.FOREIGN, rate -> assertThat(rate.passRate()).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource
  void pairsAreCountedApart(SuiteLanguage language) {
    BehaviourResult result = of(language, Answer.ofScore(1));

    long pairs =
        result.cases().stream()
            .filter(each -> each.tested().expectation() == Expectation.SAME)
            .count();
    assertThat(result.total().pairs()).isEqualTo((int) pairs).isPositive();
    assertThat(result.total().samePairs()).isEqualTo(result.total().pairs());
  }

  @ParameterizedTest
  @EnumSource
  void worstFailuresAreTheMostConfidentOnesOfDifferentTemplates(SuiteLanguage language) {
    BehaviourSuite suite = BehaviourSuite.of(language);
    String surest = suite.cases().get(suite.cases().size() / 2).text();
    Respondent respondent =
        new Respondent() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public List<Answer> answers(List<String> texts) {
            return texts.stream()
                .map(
                    text ->
                        new Answer(
                            Optional.of(Polarity.NEUTRAL),
                            Optional.of(text.equals(surest) ? 1 : 0.9)))
                .toList();
          }
        };

    List<CaseResult> worst = BehaviourResult.of(respondent, suite).worst(10);

    assertThat(worst).hasSize(10).noneMatch(CaseResult::passed);
    assertThat(worst)
        .extracting(each -> each.tested().id().replaceAll("\\.\\d+$", ""))
        .doesNotHaveDuplicates();
    assertThat(worst).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
  }

  private static BehaviourResult of(SuiteLanguage language, Answer answer) {
    return BehaviourResult.of(new Constant(answer), BehaviourSuite.of(language));
  }
}
