package io.sentimentstreams.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {

  private static final int VOCABULARY = 50;
  private static final int UNITS = 12;

  private final SplittableRandom random = new SplittableRandom(3);

  @ParameterizedTest
  @EnumSource
  void everyoneGivesTheSameScoresOnAnLstm(Contestant contestant) {
    assertAgrees(contestant, random(new Lstm("lstm", UNITS, false), false), sequences(40, 40, 40));
  }

  @ParameterizedTest
  @EnumSource
  void everyoneGivesTheSameScoresOnASimpleRnn(Contestant contestant) {
    assertAgrees(
        contestant, random(new SimpleRnn("rnn", UNITS, false), false), sequences(40, 40, 40));
  }

  @Test
  void onnxRuntimeGivesTheSameScoresOnPaddedBatches() {
    Model model = random(new Gru("gru", UNITS, false, true), true);

    assertAgrees(Contestant.ONNX_RUNTIME, model, sequences(1, 70, 13));
  }

  @Test
  void deeplearning4jHasNoGru() {
    Model model = random(new Gru("gru", UNITS, false, true), false);

    assertThatThrownBy(() -> Contestant.DEEPLEARNING4J.open(model, 1))
        .isInstanceOf(PeerFailedException.class)
        .hasMessageContaining("no layer");
  }

  @Test
  void otherWeightsAreNotTakenForAgreement() {
    try (Engine ours = Contestant.OURS.open(random(new Lstm("lstm", UNITS, false), false), 1);
        Engine other = Contestant.OURS.open(random(new Lstm("lstm", UNITS + 1, false), false), 1)) {
      assertThatThrownBy(() -> ScoreComparison.require(ours, other, sequences(40)))
          .isInstanceOf(PeerFailedException.class)
          .hasMessageContaining("Scores of");
    }
  }

  private static void assertAgrees(Contestant contestant, Model model, int[][] sequences) {
    try (Engine ours = Contestant.OURS.open(model, 1);
        Engine peer = contestant.open(model, 2)) {
      double[] scores = new double[sequences.length];
      ours.newScorer().score(sequences, scores);

      assertThat(ScoreComparison.require(ours, peer, sequences)).isLessThan(1e-5);
      assertThat(Arrays.stream(scores).distinct().count()).isEqualTo(sequences.length);
    }
  }

  private static Model random(Recurrent layer, boolean maskZero) {
    return new SyntheticNetwork(layer, VOCABULARY, 8, maskZero).model();
  }

  private int[][] sequences(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(length -> random.ints(length, 1, VOCABULARY).toArray())
        .toArray(int[][]::new);
  }
}
