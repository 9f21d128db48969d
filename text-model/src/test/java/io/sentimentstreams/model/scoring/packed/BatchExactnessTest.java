package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Scores do not depend on the other records in a batch. */
class BatchExactnessTest {

  @Property(tries = 120)
  void recordsInABatchHaveTheirSingleScores(
      @ForAll("networks") RandomNetwork network,
      @ForAll @Size(max = 40) List<@IntRange(max = 40) Integer> lengths) {
    KernelAgreement.assertBatchAgrees(network, lengths);
  }

  @Property(tries = 8)
  void longRecordsInABatchHaveTheirSingleScores(
      @ForAll("networks") RandomNetwork network,
      @ForAll @Size(min = 2, max = 7) List<@IntRange(max = 1000) Integer> lengths) {
    KernelAgreement.assertBatchAgrees(network, lengths);
  }

  @Example
  void onlyTheGivenCountIsScored() {
    BatchScorer scorer = PackedModel.of(model()).newScorer();
    double[] scores = {-1, -1};
    scorer.score(new int[][] {{1, 2}, {3}}, new int[] {1, 1}, 1, scores);
    assertThat(scores).containsExactly(scorer.score(new int[] {1}, 1), -1);
  }

  @Example
  void aBatchWithAnIndexBeyondTheEmbeddingIsRejectedAndTheNextIsNot() {
    BatchScorer scorer = PackedModel.of(model()).newScorer();
    int[][] ids = new int[20][];
    Arrays.setAll(ids, i -> new int[] {1, i});
    int[] lengths = new int[20];
    Arrays.fill(lengths, 2);
    double[] scores = new double[20];
    assertThatThrownBy(() -> scorer.score(ids, lengths, 20, scores))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("token index 1\\d at timestep 1 must be 0 to 10");
    scorer.score(ids, lengths, RandomModel.VOCABULARY, scores);
    assertThat(scores[10]).isEqualTo(scorer.score(ids[10], 2));
  }

  private static Model model() {
    return RandomModel.of(true, new Lstm("lstm", 9, false));
  }

  @Provide
  Arbitrary<RandomNetwork> networks() {
    return RandomNetwork.any();
  }
}
