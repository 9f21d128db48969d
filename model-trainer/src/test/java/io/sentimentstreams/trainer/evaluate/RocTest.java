package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RocTest {

  @Test
  void eachDistinctScoreIsAPoint() {
    Roc roc =
        Roc.of(
            List.of(
                new Prediction(0.9, true),
                new Prediction(0.6, true),
                new Prediction(0.6, false),
                new Prediction(0.1, false)));

    assertThat(roc.points())
        .containsExactly(
            new Roc.Point(Double.POSITIVE_INFINITY, 0, 0),
            new Roc.Point(0.9, 0, 0.5),
            new Roc.Point(0.6, 0.5, 1),
            new Roc.Point(0.1, 1, 1));
  }

  @Test
  void areaUnderCurveIsAuc() {
    List<Prediction> predictions = predictions(500);

    assertThat(area(Roc.of(predictions)))
        .isCloseTo(Measures.of(predictions, 0.5).auc(), within(1e-12));
  }

  @Test
  void thinnedCurveKeepsEndPointsAndArea() {
    Roc whole = Roc.of(predictions(2000));

    Roc thinned = whole.thinned(100);

    assertThat(thinned.points()).hasSizeBetween(50, 101).isSubsetOf(whole.points());
    assertThat(thinned.points().get(0)).isEqualTo(whole.points().get(0));
    assertThat(thinned.points()).endsWith(whole.points().get(whole.points().size() - 1));
    assertThat(area(thinned)).isCloseTo(area(whole), within(0.005));
  }

  @Test
  void curveOfOneLabelIsEmpty() {
    assertThat(Roc.of(List.of(new Prediction(0.5, true))).points()).isEmpty();
  }

  private static List<Prediction> predictions(int count) {
    Random random = new Random(11);
    return IntStream.range(0, count)
        .mapToObj(i -> new Prediction(random.nextDouble(), random.nextDouble() < 0.6))
        .map(p -> new Prediction(p.positive() ? Math.sqrt(p.score()) : p.score(), p.positive()))
        .toList();
  }

  private static double area(Roc roc) {
    double area = 0;
    for (int i = 1; i < roc.points().size(); i++) {
      Roc.Point from = roc.points().get(i - 1);
      Roc.Point to = roc.points().get(i);
      area +=
          (to.falsePositiveRate() - from.falsePositiveRate())
              * (to.truePositiveRate() + from.truePositiveRate())
              / 2;
    }
    return area;
  }
}
