package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final Network NETWORK =
      new Network(
          List.of(
              new Embedding("embedding", 4, 2, true),
              new GlobalAveragePooling("mean"),
              new Dense("dense", 1, Dense.Activation.SIGMOID)));

  private static final Model MODEL =
      new Model(
          NETWORK,
          Map.of(
              "embedding/embeddings",
              new Tensor(List.of(4, 2), new float[] {0, 0, 1, -2, 0.5f, 3, -1, 1}),
              "dense/kernel",
              new Tensor(List.of(2, 1), new float[] {0.75f, 0.25f}),
              "dense/bias",
              new Tensor(List.of(1), new float[] {0.125f})));

  @Test
  void foldedModelHasCalibratedScores() {
    Calibration calibration = new Calibration(0.4, 0.3);
    Scorer before = PackedModel.of(MODEL).newScorer();
    Scorer after = PackedModel.of(calibration.applyTo(MODEL)).newScorer();

    for (int[] ids : new int[][] {{1}, {2}, {3}, {1, 2}, {2, 2, 3}, {}}) {
      assertThat(after.score(ids, ids.length))
          .isCloseTo(calibration.apply(before.score(ids, ids.length)), within(1e-6));
    }
  }

  @Test
  void networkAndOtherWeightsDoNotChange() {
    Model after = new Calibration(0.5, 0).applyTo(MODEL);

    assertThat(after.network()).isEqualTo(NETWORK);
    assertThat(after.weight("embedding/embeddings"))
        .isEqualTo(MODEL.weight("embedding/embeddings"));
    assertThat(after.weight("dense/kernel")).containsExactly(0.375f, 0.125f);
    assertThat(after.weight("dense/bias")).containsExactly(0.0625f);
    assertThat(MODEL.weight("dense/bias")).containsExactly(0.125f);
  }

  @Test
  void negativeScaleIsRejected() {
    assertThatThrownBy(() -> new Calibration(-1, 0)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new Calibration(Double.NaN, 0)).hasMessageContaining("NaN");
  }
}
