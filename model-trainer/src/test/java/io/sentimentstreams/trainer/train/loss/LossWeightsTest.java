package io.sentimentstreams.trainer.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.train.batch.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossWeightsTest {

  private static final List<Example> ONE_IN_FOUR = oneInFour();

  @Test
  void balancedClassesHaveEqualTotalWeight() {
    LossWeights weights = LossWeights.of(new ClassWeights.Balanced(), ONE_IN_FOUR);

    assertThat(weights.of(1)).isCloseTo(2, within(1e-6f));
    assertThat(weights.of(0)).isCloseTo(2f / 3, within(1e-6f));
  }

  @Test
  void weightOfASoftLabelIsBetween() {
    LossWeights weights =
        LossWeights.of(new ClassWeights.Given(Map.of(0, 1.0, 1, 3.0)), ONE_IN_FOUR);

    assertThat(weights.of(0)).isOne();
    assertThat(weights.of(1)).isEqualTo(3);
    assertThat(weights.of(0.5f)).as("a judged review").isEqualTo(2);
  }

  @Test
  void weightOfUnknownClassIsRejected() {
    assertThatThrownBy(
            () ->
                LossWeights.of(new ClassWeights.Given(Map.of(0, 1.0, 1, 1.0, 2, 3.0)), ONE_IN_FOUR))
        .hasMessage(
            "Invalid --class-weights: 0:1.0,1:1.0,2:3.0."
                + " Give one weight to each of the 2 classes: 0 (0), 1 (1).");
  }

  @Test
  void classWithoutWeightIsRejected() {
    assertThatThrownBy(
            () ->
                new ClassWeights.Given(Map.of(0, 1.0, 1, 2.0))
                    .requireClasses(List.of("bad", "fair", "good")))
        .hasMessage(
            "Invalid --class-weights: 0:1.0,1:2.0."
                + " Give one weight to each of the 3 classes: 0 (bad), 1 (fair), 2 (good).");
  }

  @Test
  void severalClassesHaveWeights() {
    List<Example> examples = new ArrayList<>();
    for (int label : new int[] {0, 1, 1, 1, 2, 2}) {
      examples.add(Example.labelled(new int[] {1}, label, 3));
    }

    LossWeights balanced = LossWeights.of(new ClassWeights.Balanced(), examples);
    LossWeights given =
        LossWeights.of(new ClassWeights.Given(Map.of(0, 1.0, 1, 1.0, 2, 3.0)), examples);

    assertThat(balanced.byClass()).containsExactly(2f, 2f / 3, 1f);
    assertThat(given.of(examples.get(5).targets())).isEqualTo(3);
    assertThat(given.of(new float[] {0.5f, 0, 0.5f})).as("between two").isEqualTo(2);
  }

  @Test
  void negativeWeightIsRejected() {
    assertThatThrownBy(() -> new ClassWeights.Given(Map.of(0, -1.0)))
        .hasMessageContaining("0:-1.0");
  }

  private static List<Example> oneInFour() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(Example.labelled(new int[] {1}, i % 4 == 0));
    }
    return examples;
  }
}
