package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.decision.AbstainReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassMeasuresTest {

  private static final List<String> NAMES = List.of("bad", "fair", "good");

  private static final List<ClassPrediction> PREDICTIONS =
      List.of(
          new ClassPrediction(List.of(0.7, 0.2, 0.1), 0),
          new ClassPrediction(List.of(0.5, 0.4, 0.1), 1),
          new ClassPrediction(List.of(0.1, 0.8, 0.1), 1),
          new ClassPrediction(List.of(0.2, 0.2, 0.6), 2),
          new ClassPrediction(List.of(0.3, 0.3, 0.4), 0));

  /**
   * Expected values from scikit-learn: accuracy_score, log_loss, f1_score(average="macro"),
   * roc_auc_score.
   */
  @Test
  void measuresMatchScikitLearn() {
    ClassMeasures measures = ClassMeasures.of(PREDICTIONS, NAMES);

    assertThat(measures.accuracy()).isEqualTo(0.6);
    assertThat(measures.logLoss()).isCloseTo(0.6421815, within(1e-6));
    assertThat(measures.macroF1()).isCloseTo(0.6111111, within(1e-6));
    assertThat(measures.auc()).isCloseTo(0.9444444, within(1e-6));
    assertThat(measures.confusion())
        .containsExactly(List.of(1, 0, 1), List.of(1, 1, 0), List.of(0, 0, 1));
    assertThat(measures.labels().get(2)).isEqualTo(new LabelMeasures("good", 1, 0.5, 1, 2.0 / 3));
  }

  @Test
  void calibrationErrorIsGapOfConfidenceAndAccuracy() {
    List<ClassPrediction> sure = new ArrayList<>();
    for (int label = 0; label < 3; label++) {
      sure.add(new ClassPrediction(List.of(0.9, 0.05, 0.05), label));
    }

    assertThat(ClassMeasures.of(sure, NAMES).calibrationError())
        .isCloseTo(0.9 - 1.0 / 3, within(1e-12));
  }

  @Test
  void labelWithoutTextsHasZeroRecall() {
    ClassMeasures measures =
        ClassMeasures.of(List.of(new ClassPrediction(List.of(1.0, 0.0, 0.0), 0)), NAMES);

    assertThat(measures.auc()).isNull();
    assertThat(measures.macroF1()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void wrongNumberOfProbabilitiesIsRejected() {
    assertThatThrownBy(() -> ClassMeasures.of(PREDICTIONS, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClassPrediction(List.of(0.5, 0.5), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void measuresOfTwoLabelsMatchBinaryMeasures(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> scores) {
    List<ClassPrediction> classes = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      double score = scores.get(i);
      classes.add(new ClassPrediction(List.of(1 - score, score), i % 2));
      predictions.add(new Prediction(score, i % 2 == 1));
    }

    ClassMeasures measures = ClassMeasures.of(classes, List.of("negative", "positive"));

    Measures two = Measures.of(predictions, Math.nextUp(0.5));
    assertThat(measures.accuracy()).isEqualTo(two.accuracy());
    assertThat(measures.logLoss()).isCloseTo(two.logLoss(), within(1e-6));
    assertThat(measures.labels().get(1).f1()).isEqualTo(two.f1());
  }

  @Test
  void tableAndJsonShowEachLabel() {
    ClassEvaluation evaluation =
        new ClassEvaluation(
            ClassMeasures.of(PREDICTIONS, NAMES),
            new Evaluation.BundleId("three", "1", "a".repeat(64)),
            new Evaluation.DataId("r.jsonl", "test", "b".repeat(64), 5),
            0.1,
            0.2,
            new Answers(3, 2, 3, Map.of(AbstainReason.LOW_CONFIDENCE, 2)));

    assertThat(evaluation.toText())
        .contains("accuracy           0.6000", "macro F1           0.6111")
        .contains("true \\ predicted          bad       fair       good")
        .contains("bad                         1          0          1")
        .contains("answered           60.00 % (3 of 5), accuracy 0.6667")
        .contains("no answer          2 LOW_CONFIDENCE");
    assertThat(evaluation.toJson())
        .contains("\"accuracyOfAnswered\" : 0.666", "\"LOW_CONFIDENCE\" : 2")
        .contains("\"macroF1\" : 0.611", "\"label\" : \"fair\"", "\"confusion\" : [");
  }
}
