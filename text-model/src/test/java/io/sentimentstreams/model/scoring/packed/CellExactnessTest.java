package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.RationalTanh;
import io.sentimentstreams.model.scoring.packed.RandomNetwork.Cell;
import io.sentimentstreams.model.scoring.packed.RandomNetwork.Ending;
import io.sentimentstreams.model.scoring.reference.ActivationFunctions;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of every width by all kernels, and what the kernels are made of. */
class CellExactnessTest {

  @ParameterizedTest
  @MethodSource("everyCellAndWidth")
  void everyCellOfEveryWidthScoresAsTheReferenceDoes(Cell cell, int units) {
    RandomNetwork network =
        new RandomNetwork(cell, units, Optional.empty(), Ending.LAST_STATE, 1, true, 1, units);
    for (int length : new int[] {0, 1, 2, 50}) {
      KernelAgreement.assertAllAgree(network, length);
    }
    KernelAgreement.assertBatchAgrees(network, List.of(3, 0, 20, 5, 20, 1, 19));
  }

  static Stream<Arguments> everyCellAndWidth() {
    return Stream.of(Cell.values())
        .flatMap(
            cell -> Stream.of(1, 7, 8, 24, 33, 64, 100).map(units -> Arguments.of(cell, units)));
  }

  @ParameterizedTest
  @MethodSource("io.sentimentstreams.model.scoring.packed.KernelAgreement#allKernels")
  void aNetworkWithoutRecurrencePoolsItsVectors(Kernels kernels) {
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", 4, 1, true),
                new GlobalAveragePooling("pool"),
                new Dense("output", 1, Dense.Activation.SIGMOID)));
    Model model =
        new Model(
            network,
            Map.of(
                "embedding/embeddings", new Tensor(List.of(4, 1), new float[] {9, 1, 2, 6}),
                "output/kernel", new Tensor(List.of(1, 1), new float[] {0.5f}),
                "output/bias", new Tensor(List.of(1), new float[] {-1})));
    Scorer scorer = new PackedModel(model, kernels, Long.MAX_VALUE).newScorer();
    assertThat(scorer.score(new int[] {1, 0, 2, 3}, 4)).isEqualTo(ActivationFunctions.sigmoid(0.5));
    assertThat(scorer.score(new int[0], 0)).isEqualTo(ActivationFunctions.sigmoid(-1));
  }

  @ParameterizedTest
  @MethodSource("io.sentimentstreams.model.scoring.packed.KernelAgreement#allKernels")
  void theHyperbolicTangentKeepsItsBound(Kernels kernels) {
    int lanes = 64;
    double worst = 0;
    float[] x = new float[lanes];
    for (float from = -20; from < 20; from += lanes * 1e-4f) {
      for (int j = 0; j < lanes; j++) {
        x[j] = from + j * 1e-4f;
      }
      float[] y = x.clone();
      kernels.tanh(y, 0, lanes);
      for (int j = 0; j < lanes; j++) {
        worst = Math.max(worst, Math.abs(y[j] - Math.tanh(x[j])));
        assertThat(y[j]).isBetween(-1f, 1f);
      }
    }
    assertThat(worst).isLessThan(RationalTanh.ERROR);
    float[] ends = new float[lanes];
    ends[0] = Float.MAX_VALUE;
    ends[1] = -Float.MAX_VALUE;
    ends[2] = Float.MIN_VALUE;
    kernels.tanh(ends, 0, lanes);
    assertThat(ends[0]).isCloseTo(1, within((float) RationalTanh.ERROR));
    assertThat(ends[1]).isCloseTo(-1, within((float) RationalTanh.ERROR));
    assertThat(ends[2]).isCloseTo(0, within((float) RationalTanh.ERROR));
  }
}
