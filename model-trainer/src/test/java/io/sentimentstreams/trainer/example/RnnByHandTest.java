package io.sentimentstreams.trainer.example;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RnnByHandTest {

  private static final int VOCABULARY = 6;
  private static final int FEATURES = 3;
  private static final SimpleRnn LAYER = new SimpleRnn("rnn", 4, false);

  @Test
  void statesMatchLayer() {
    Random random = new Random(11);
    Map<String, Tensor> weights = randomWeights(random);
    int[] ids = random.ints(9, 0, VOCABULARY).toArray();
    double[][] states = RnnByHand.of(model(weights, 0), LAYER).run(vectors(weights, ids));

    assertThat(states).hasDimensions(ids.length, LAYER.units());
    for (int unit = 0; unit < LAYER.units(); unit++) {
      Scorer scorer = new ReferenceScorer(model(weights, unit));
      for (int t = 0; t < ids.length; t++) {
        double score = scorer.score(ids, t + 1);
        assertThat(states[t][unit])
            .as("unit %d after timestep %d", unit, t)
            .isCloseTo(Math.log(score / (1 - score)), within(1e-6));
      }
    }
  }

  @Test
  void statesMatchEquation() {
    RnnByHand network =
        new RnnByHand(new double[][] {{2}}, new double[][] {{-1}}, new double[] {1});
    double first = Math.tanh(2 * 0.5 + 1);
    assertThat(network.run(new double[][] {{0.5}, {0.25}}))
        .isDeepEqualTo(new double[][] {{first}, {Math.tanh(2 * 0.25 - first + 1)}});
  }

  @Test
  void inconsistentShapesAreRejected() {
    double[][] one = {{1}};
    assertThatThrownBy(() -> new RnnByHand(one, one, new double[2]))
        .hasMessageContainingAll("of w: 1.", "2 units");
    assertThatThrownBy(() -> new RnnByHand(one, new double[][] {{1, 2}}, new double[1]))
        .hasMessageContainingAll("of u: 2.", "1 numbers");
    assertThatThrownBy(() -> new RnnByHand(one, one, new double[1]).run(new double[][] {{1, 2}}))
        .hasMessageContaining(": 2.");
  }

  /** Network whose logit is one element of the layer's state. */
  private static Model model(Map<String, Tensor> weights, int unit) {
    float[] kernel = new float[LAYER.units()];
    kernel[unit] = 1;
    Map<String, Tensor> all = new HashMap<>(weights);
    all.put("output/kernel", new Tensor(List.of(LAYER.units(), 1), kernel));
    all.put("output/bias", new Tensor(List.of(1), new float[1]));
    return new Model(network(), all);
  }

  private static Network network() {
    return new Network(
        List.of(
            new Embedding("embedding", VOCABULARY, FEATURES, false),
            LAYER,
            new Dense("output", 1, Activation.SIGMOID)));
  }

  private static Map<String, Tensor> randomWeights(Random random) {
    Map<String, Tensor> weights = new HashMap<>();
    for (WeightSpec spec : network().weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = random.nextFloat() - 0.5f;
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return weights;
  }

  private static double[][] vectors(Map<String, Tensor> weights, int[] ids) {
    float[] all = requireNonNull(weights.get("embedding/embeddings")).data();
    double[][] vectors = new double[ids.length][FEATURES];
    for (int t = 0; t < ids.length; t++) {
      for (int j = 0; j < FEATURES; j++) {
        vectors[t][j] = all[ids[t] * FEATURES + j];
      }
    }
    return vectors;
  }
}
