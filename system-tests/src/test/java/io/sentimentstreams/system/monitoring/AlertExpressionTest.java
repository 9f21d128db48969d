package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertExpressionTest {

  @Test
  void thresholdReturnsANumber() {
    assertThat(AlertExpression.watched("job:lag:sum > 1000")).isEqualTo("job:lag:sum > bool 1000");
  }

  @Test
  void allThresholdsReturnNumbers() {
    assertThat(AlertExpression.watched("a > 0 and b + c == 0 unless d <= 1"))
        .isEqualTo("a > bool 0 and b + c == bool 0 unless d <= bool 1");
  }

  @Test
  void comparisonsInParenthesesStayUnchanged() {
    assertThat(AlertExpression.watched("count(active == 1) > 1 and sum(used) / sum(max > 0) > 0.9"))
        .isEqualTo("count(active == 1) > bool 1 and sum(used) / sum(max > 0) > bool 0.9");
  }

  @Test
  void labelMatchersAreNotComparisons() {
    assertThat(AlertExpression.watched("up{job!=\"a>b\",x=\"==\"} == 0"))
        .isEqualTo("up{job!=\"a>b\",x=\"==\"} == bool 0");
  }
}
