package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.decision.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedMeasuresTest {

  /** Values of cohen_kappa_score(weights="quadratic") of scikit-learn 1.9.1. */
  @ParameterizedTest
  @CsvSource({
    "3, 212201, 102210, 0.5, 0.6666666666666666",
    "3, 2120212000, 2221122102, 0.3999999999999999, 0.7",
    "5, 044203000243, 044104002243, 0.9117647058823529, 0.3333333333333333",
    "5, 03144302400333402213, 03144403420323402114, 0.9, 0.35",
    "4, 233321131232322, 133310030232332, 0.8026315789473684, 0.4",
    "5, 01234, 43210, -1, 2.4",
    "3, 0012, 1111, 0, 0.75",
  })
  void kappaAndErrorAreThoseOfScikitLearn(
      int classes, String labels, String predicted, double kappa, double error) {
    OrderedMeasures measures = OrderedMeasures.of(certain(classes, labels, predicted));

    assertThat(measures.quadraticWeightedKappa()).isCloseTo(kappa, within(1e-12));
    assertThat(measures.meanAbsoluteError()).isCloseTo(error, within(1e-12));
    assertThat(measures.meanAbsoluteErrorExpected()).isCloseTo(error, within(1e-12));
  }

  @Test
  void kappaOfOneLabelIsUndefined() {
    OrderedMeasures measures = OrderedMeasures.of(certain(3, "111", "111"));

    assertThat(measures.quadraticWeightedKappa()).isNull();
    assertThat(measures.meanAbsoluteError()).isZero();
  }

  @Test
  void errorsByLabelAndByExpectedPositionDiffer() {
    OrderedMeasures measures =
        OrderedMeasures.of(
            List.of(
                new ClassPrediction(List.of(0.5, 0.25, 0.25), 2),
                new ClassPrediction(List.of(0.0, 0.5, 0.5), 1)));

    assertThat(measures.meanAbsoluteError()).as("2 and 0 steps").isEqualTo(1);
    assertThat(measures.meanAbsoluteErrorExpected()).as("1.25 and 0.5 steps").isEqualTo(0.875);
    assertThat(measures.meanExpectedPosition()).as("of 1.75 and 2.5").isEqualTo(2.125);
    assertThat(measures.meanTruePosition()).as("of 3 and 2").isEqualTo(2.5);
  }

  @Test
  void onlyOrderedLabelsHaveDistances() {
    List<ClassPrediction> predictions = certain(3, "012", "002");
    List<String> names = List.of("1", "2", "3");

    assertThat(ClassMeasures.of(predictions, names).ordered()).isNull();
    assertThat(ClassMeasures.of(predictions, names, Task.NOMINAL).ordered()).isNull();
    assertThat(ClassMeasures.of(predictions, names, Task.ORDERED).ordered())
        .isEqualTo(OrderedMeasures.of(predictions));
  }

  @Test
  void predictionsAreRequired() {
    assertThatThrownBy(() -> OrderedMeasures.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<ClassPrediction> certain(int classes, String labels, String predicted) {
    List<ClassPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < labels.length(); i++) {
      List<Double> probabilities = new ArrayList<>(Collections.nCopies(classes, 0.0));
      probabilities.set(predicted.charAt(i) - '0', 1.0);
      predictions.add(new ClassPrediction(probabilities, labels.charAt(i) - '0'));
    }
    return predictions;
  }
}
