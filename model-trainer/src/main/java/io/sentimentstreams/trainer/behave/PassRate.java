package io.sentimentstreams.trainer.behave;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.trainer.behave.suite.Expectation;
import java.util.List;

/**
 * Share of the cases that passed.
 *
 * @param cases number of cases, at least 1
 * @param passed number of those that passed
 * @param abstained number of failed cases without a label where one is expected
 * @param pairs number of cases that compare two texts
 * @param samePairs number of those that passed
 */
@JsonPropertyOrder({"passRate", "low", "high"})
public record PassRate(int cases, int passed, int abstained, int pairs, int samePairs) {

  public PassRate {
    if (cases < 1 || passed < 0 || passed > cases || samePairs > pairs || pairs > cases) {
      throw new IllegalArgumentException(
          "Invalid counts: %d of %d, pairs %d of %d. A part is at most the whole."
              .formatted(passed, cases, samePairs, pairs));
    }
  }

  /** Returns the rate of some results, at least one. */
  static PassRate of(List<CaseResult> results) {
    List<CaseResult> pairs =
        results.stream().filter(each -> each.tested().expectation() == Expectation.SAME).toList();
    return new PassRate(
        results.size(),
        passed(results),
        (int) results.stream().filter(each -> each.outcome() == Outcome.ABSTAINED).count(),
        pairs.size(),
        passed(pairs));
  }

  private static int passed(List<CaseResult> results) {
    return (int) results.stream().filter(CaseResult::passed).count();
  }

  /** Returns the share of the cases that passed, 0 to 1. */
  @JsonProperty
  public double passRate() {
    return (double) passed / cases;
  }

  /** Returns the 95 % confidence interval of the share. */
  @JsonUnwrapped
  @JsonProperty
  public WilsonInterval interval() {
    return WilsonInterval.of(passed, cases);
  }
}
