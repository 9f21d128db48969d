package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneVersusRestTest {

  private static final List<ClassPrediction> PREDICTIONS = predictions();

  private static List<ClassPrediction> predictions() {
    Random random = new Random(1);
    List<ClassPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int label = i % 3;
      double[] raw = new double[3];
      double sum = 0;
      for (int j = 0; j < raw.length; j++) {
        // The label 2 is the hardest one.
        raw[j] = random.nextDouble() + (j == label ? 1 - 0.4 * label : 0);
        sum += raw[j];
      }
      predictions.add(
          new ClassPrediction(List.of(raw[0] / sum, raw[1] / sum, raw[2] / sum), label));
    }
    return predictions;
  }

  @Test
  void areasAreTheRankStatisticsOfEachLabelAgainstTheRest() {
    OneVersusRest curves = OneVersusRest.of(PREDICTIONS);

    double sum = 0;
    for (int i = 0; i < 3; i++) {
      int label = i;
      List<Prediction> one =
          PREDICTIONS.stream()
              .map(each -> new Prediction(each.probabilities().get(label), each.label() == label))
              .toList();
      double area = curves.curves().get(i).area();
      assertThat(area).isCloseTo(Measures.of(one, 0.5).auc(), within(1e-12));
      sum += area;
    }
    assertThat(curves.macro().area()).isCloseTo(sum / 3, within(0.005));
    assertThat(curves.worst(2)).containsExactly(2, 1);
    assertThat(curves.micro().area()).isBetween(0.5, 1.0);
  }

  @Test
  void labelWithoutTextsHasNoCurve() {
    OneVersusRest curves =
        OneVersusRest.of(PREDICTIONS.stream().filter(each -> each.label() < 2).toList());

    assertThat(curves.curves().get(2).points()).isEmpty();
    assertThat(curves.worst(3)).hasSize(2).doesNotContain(2);
    assertThat(curves.macro().area()).isBetween(0.5, 1.0);
  }
}
