package io.sentimentstreams.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRuleTest {

  private static final List<String> TWO = List.of("NEGATIVE", "POSITIVE");
  private static final List<String> STARS = List.of("1", "2", "3", "4", "5");

  @ParameterizedTest
  @CsvSource({"0, NEGATIVE", "0.624, NEGATIVE", "0.625, POSITIVE", "1, POSITIVE"})
  void theThresholdSeparatesTwoLabels(double score, String label) {
    DecisionRule rule = new DecisionRule(Task.BINARY, TWO, 0.625, AbstainRules.none());
    Decision decision = rule.decide(new double[] {1 - score, score});
    assertThat(decision.label()).contains(label);
    assertThat(decision.score()).contains(score);
    assertThat(decision.probabilities()).containsExactly(1 - score, score);
    assertThat(decision.abstained()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.24, NEGATIVE", "0.25, ", "0.5, ", "0.74, ", "0.75, POSITIVE"})
  void scoresInTheBandHaveNoLabel(double score, String label) {
    AbstainRules band = AbstainRules.none().withBand(AbstainBand.of(0.25, 0.75));
    Decision decision =
        new DecisionRule(Task.BINARY, TWO, 0.5, band).decide(new double[] {1 - score, score});
    assertThat(decision.label()).isEqualTo(Optional.ofNullable(label));
    assertThat(decision.score()).contains(score);
    assertThat(decision.abstained().isPresent()).isEqualTo(label == null);
  }

  @Test
  void aBandOverrideThatIsEmptyAnswersEveryText() {
    AbstainRules band = AbstainRules.none().withBand(AbstainBand.of(0.5, 0.5));
    DecisionRule rule = new DecisionRule(Task.BINARY, TWO, 0.5, band);
    assertThat(rule.decide(new double[] {0.5, 0.5}).label()).contains("POSITIVE");
  }

  @Test
  void theMostProbableOfSeveralLabelsIsChosen() {
    DecisionRule rule =
        new DecisionRule(Task.NOMINAL, List.of("a", "b", "c"), 0.5, AbstainRules.none());
    Decision decision = rule.decide(new double[] {0.25, 0.5, 0.25});
    assertThat(decision.label()).contains("b");
    assertThat(decision.score()).isEmpty();
    assertThat(rule.decide(new double[] {0.25, 0.375, 0.375}).label()).contains("b");
  }

  @Test
  void lessProbableLabelsThanTheThresholdAreNotGiven() {
    DecisionRule rule =
        new DecisionRule(
            Task.NOMINAL,
            List.of("a", "b", "c"),
            0.5,
            AbstainRules.none().withConfidence(ConfidenceThreshold.of(0.5)));
    assertThat(rule.decide(new double[] {0.25, 0.5, 0.25}).label()).contains("b");
    Decision decision = rule.decide(new double[] {0.375, 0.375, 0.25});
    assertThat(decision.label()).isEmpty();
    assertThat(decision.abstained()).contains(AbstainReason.LOW_CONFIDENCE);
    assertThat(decision.probabilities()).hasSize(3);
  }

  @Test
  void theScoreOfOrderedLabelsIsTheExpectedPosition() {
    DecisionRule rule = new DecisionRule(Task.ORDERED, STARS, 0.5, AbstainRules.none());
    assertThat(rule.decide(new double[] {1, 0, 0, 0, 0}).score()).contains(0.0);
    assertThat(rule.decide(new double[] {0, 0, 0, 0, 1}).score()).contains(1.0);
    assertThat(rule.decide(new double[] {0, 0, 0.5, 0.25, 0.25}).score().orElseThrow())
        .isCloseTo(0.6875, within(1e-12));
    assertThat(rule.decide(new double[] {0.5, 0, 0, 0, 0.5}).label()).contains("1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "3, 3, true",
    "3, 2, true",
    "2, 1, false",
    "4, 2, false",
    "100, 51, true",
    "100, 0, false"
  })
  void textsOfUnknownTokensAreNotAnswered(int tokens, int unknown, boolean abstained) {
    DecisionRule rule =
        new DecisionRule(Task.BINARY, TWO, 0.5, AbstainRules.none().withUnknownShare(0.5));
    assertThat(rule.withoutNetwork(tokens, unknown))
        .isEqualTo(
            abstained
                ? Optional.of(Decision.abstained(AbstainReason.OUT_OF_VOCABULARY))
                : Optional.empty());
  }

  @Test
  void withoutRulesATextWithOneKnownTokenIsAnswered() {
    DecisionRule rule = new DecisionRule(Task.BINARY, TWO, 0.5, AbstainRules.none());
    assertThat(rule.withoutNetwork(1000, 999)).isEmpty();
    assertThat(rule.withoutNetwork(1000, 1000)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.25, 1.25})
  void noProbabilityIsNoDecision(double value) {
    DecisionRule two = new DecisionRule(Task.BINARY, TWO, 0.5, AbstainRules.none());
    assertThatThrownBy(() -> two.decide(new double[] {1 - value, value}))
        .hasMessageContaining("0 to 1");
    DecisionRule five = new DecisionRule(Task.ORDERED, STARS, 0.5, AbstainRules.none());
    assertThatThrownBy(() -> five.decide(new double[] {0.25, 0.25, 0.25, 0.25, value}))
        .hasMessageContaining("0 to 1");
  }

  @Test
  void invalidValuesAreRejected() {
    assertThatThrownBy(() -> AbstainRules.none().withUnknownShare(Double.NaN))
        .hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> ConfidenceThreshold.of(1.5)).hasMessageContaining("probability");
    assertThatThrownBy(
            () ->
                new DecisionRule(Task.BINARY, TWO, 0.5, AbstainRules.none()).decide(new double[3]))
        .hasMessageContaining("2 probabilities, were 3");
  }
}
