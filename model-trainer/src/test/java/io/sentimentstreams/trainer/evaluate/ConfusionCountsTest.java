package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.evaluate.ConfusionCounts.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionCountsTest {

  private static final ConfusionCounts COUNTS =
      new ConfusionCounts(
          List.of("a", "b", "c"), List.of(List.of(6, 2, 0), List.of(0, 3, 1), List.of(0, 0, 0)));

  @Test
  void errorsAreInDescendingOrder() {
    assertThat(COUNTS.largest(5))
        .containsExactly(new Confusion(0, 1, 2, 0.25), new Confusion(1, 2, 1, 0.25));
    assertThat(COUNTS.largest(1)).hasSize(1);
  }

  @Test
  void measuresAreThoseOfEachLabel() {
    assertThat(COUNTS.measures())
        .containsExactly(
            new LabelMeasures("a", 8, 1, 0.75, 12.0 / 14),
            new LabelMeasures("b", 4, 0.6, 0.75, 6.0 / 9),
            new LabelMeasures("c", 0, 0, 0, 0));
    assertThat(COUNTS.share(2, 2)).isZero();
  }

  @Test
  void limitedMatrixHasTheLabelsWithTheMostTexts() {
    ConfusionCounts limited = COUNTS.limitedTo(2);

    assertThat(limited.labels()).containsExactly("a", "b");
    assertThat(limited.counts()).containsExactly(List.of(6, 2), List.of(0, 3));
    assertThat(COUNTS.limitedTo(3)).isEqualTo(COUNTS);
  }
}
