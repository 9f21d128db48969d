package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ConfidenceThresholdSelectorTest {

  /** The label 0 with a confidence; it is correct if the true label is 0. */
  private static ClassPrediction prediction(double confidence, boolean correct) {
    double rest = (1 - confidence) / 2;
    return new ClassPrediction(List.of(confidence, rest, rest), correct ? 0 : 1);
  }

  @Test
  void smallestThresholdThatReachesThePrecisionIsChosen() {
    List<ClassPrediction> predictions =
        List.of(
            prediction(0.4, false),
            prediction(0.5, false),
            prediction(0.625, true),
            prediction(0.75, false),
            prediction(0.875, true),
            prediction(0.9, true),
            prediction(0.95, true));

    ConfidenceThresholdSelector chosen = ConfidenceThresholdSelector.of(predictions, 0.8);

    // From 0.501 on, 4 of 5 answers are correct.
    assertThat(chosen.reached()).isTrue();
    assertThat(chosen.threshold()).isEqualTo(new ConfidenceThreshold(0.501, 5.0 / 7, 0.8));
    assertThat(ConfidenceThresholdSelector.of(predictions, 0.51).threshold().probability())
        .isZero();
    assertThat(ConfidenceThresholdSelector.of(predictions, 1).threshold())
        .isEqualTo(new ConfidenceThreshold(0.751, 3.0 / 7, 1));
  }

  @Test
  void confidenceEqualToAThresholdIsAnswered() {
    for (int step = 400; step < 1000; step++) {
      double confidence = step / 1000.0;
      List<ClassPrediction> predictions =
          List.of(prediction(confidence, true), prediction(Math.nextDown(confidence), false));

      assertThat(ConfidenceThresholdSelector.of(predictions, 1).threshold())
          .isEqualTo(new ConfidenceThreshold(confidence, 0.5, 1));
    }
  }

  @Test
  void targetOutOfReachGivesTheThresholdOne() {
    ConfidenceThresholdSelector chosen =
        ConfidenceThresholdSelector.of(List.of(prediction(0.9, false), prediction(0.8, true)), 0.9);

    assertThat(chosen.reached()).isFalse();
    assertThat(chosen.threshold()).isEqualTo(new ConfidenceThreshold(1, 0, 0));
  }

  @Property(tries = 100)
  void answersReachTheTargetAndNoSmallerThresholdDoes(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.51, max = 1) double target) {
    Random random = new Random(seed);
    List<ClassPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double confidence = 0.34 + 0.66 * random.nextDouble();
      predictions.add(prediction(confidence, random.nextDouble() < confidence));
    }

    ConfidenceThresholdSelector chosen = ConfidenceThresholdSelector.of(predictions, target);

    double threshold = chosen.threshold().probability();
    if (chosen.reached()) {
      assertThat(precision(predictions, threshold)).isGreaterThanOrEqualTo(target);
      assertThat(chosen.threshold().precision()).isEqualTo(precision(predictions, threshold));
    }
    for (int step = 0; step / 1000.0 < threshold; step++) {
      assertThat(precision(predictions, step / 1000.0)).isLessThan(target);
    }
  }

  private static double precision(List<ClassPrediction> predictions, double threshold) {
    return predictions.stream()
        .filter(each -> each.confidence() >= threshold)
        .mapToDouble(each -> each.isCorrect() ? 1 : 0)
        .average()
        .orElse(0);
  }

  @Test
  void invalidArgumentsAreNamed() {
    assertThatThrownBy(() -> ConfidenceThresholdSelector.of(List.of(), 0.9))
        .hasMessageContaining("No predictions");
    assertThatThrownBy(() -> ConfidenceThresholdSelector.of(List.of(prediction(0.5, true)), 95))
        .hasMessageContaining("95.0");
  }
}
