package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.scoring.reference.ActivationFunctions;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Networks that end in softmax units, by the reference and by all kernels. */
class SoftmaxTest {

  private static final int VOCABULARY = 12;

  @Property(tries = 60)
  void kernelsGiveTheProbabilitiesOfTheReference(
      @ForAll @IntRange(min = 2, max = 9) int classes,
      @ForAll @IntRange(max = 40) int length,
      @ForAll long seed,
      @ForAll boolean maskZero) {
    Model model = model(new Dense("out", classes, Activation.SOFTMAX), maskZero, seed);
    int[] ids = new SplittableRandom(seed).ints(length, 0, VOCABULARY).toArray();
    double[] expected = classify(new ReferenceScorer(model), ids, classes);

    assertThat(sum(expected)).isCloseTo(1, within(1e-12));
    KernelAgreement.allKernels()
        .forEach(
            kernels -> {
              Scorer scorer = new PackedModel(model, kernels, Long.MAX_VALUE).newScorer();
              assertThat(classify(scorer, ids, classes))
                  .as(kernels.description())
                  .containsExactly(expected, within(1e-5));
            });
  }

  @Property(tries = 30)
  void oneSigmoidUnitTellsTwoClassesApart(@ForAll long seed) {
    Scorer scorer = new ReferenceScorer(model(new Dense("out", 1, Activation.SIGMOID), true, seed));
    int[] ids = {3, 1, 4};
    double score = scorer.score(ids, 3);

    assertThat(classify(scorer, ids, 2)).containsExactly(1 - score, score);
  }

  @Test
  void scoreOfTwoSoftmaxUnitsIsThatOfTheSecond() {
    Model model = model(new Dense("out", 2, Activation.SOFTMAX), true, 1);
    int[] ids = {3, 1, 4};

    for (Scorer scorer : List.of(new ReferenceScorer(model), PackedModel.of(model).newScorer())) {
      assertThat(scorer.score(ids, 3)).isEqualTo(classify(scorer, ids, 2)[1]);
    }
  }

  @Test
  void moreThanTwoClassesHaveNoSingleScore() {
    Model model = model(new Dense("out", 3, Activation.SOFTMAX), true, 1);
    Scorer scorer = PackedModel.of(model).newScorer();

    assertThatThrownBy(() -> scorer.score(new int[] {1}, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 classes");
    assertThatThrownBy(() -> scorer.classify(new int[] {1}, 1, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 probabilities, had 2");
  }

  @Test
  void softmaxIsAsDefinedAndDoesNotOverflow() {
    double[] x = {Math.log(1), Math.log(2), Math.log(5)};
    ActivationFunctions.softmax(x);
    assertThat(x).containsExactly(new double[] {0.125, 0.25, 0.625}, within(1e-15));

    double[] large = {5000, 5000, -5000};
    ActivationFunctions.softmax(large);
    assertThat(large).containsExactly(0.5, 0.5, 0);
  }

  @Test
  void networkChangesItsLastLayerForAsManyClasses() {
    Network two = network(new Dense("out", 1, Activation.SIGMOID), true);

    Network five = two.withClasses(5);

    assertThat(five.output()).isEqualTo(new Dense("out", 5, Activation.SOFTMAX));
    assertThat(five.classes()).isEqualTo(5);
    assertThat(five.withClasses(2)).isEqualTo(two);
    assertThat(two.classes()).isEqualTo(2);
  }

  @Test
  void otherLastLayersAndSoftmaxElsewhereAreRefused() {
    for (Dense last :
        List.of(
            new Dense("out", 1, Activation.SOFTMAX),
            new Dense("out", 2, Activation.SIGMOID),
            new Dense("out", 1, Activation.LINEAR))) {
      assertThatThrownBy(() -> network(last, true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must end with a Dense layer");
    }
    List<Layer> layers =
        new ArrayList<>(network(new Dense("out", 1, Activation.SIGMOID), true).layers());
    layers.add(layers.size() - 1, new Dense("hidden", 3, Activation.SOFTMAX));
    assertThatThrownBy(() -> new Network(layers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer hidden: only the last layer can have softmax units");
  }

  private static double[] classify(Scorer scorer, int[] ids, int classes) {
    double[] probabilities = new double[classes];
    scorer.classify(ids, ids.length, probabilities);
    return probabilities;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static Network network(Dense last, boolean maskZero) {
    return new Network(
        List.of(
            new Embedding("embedding", VOCABULARY, 5, maskZero),
            new Bidirectional("both", new Lstm("lstm", 6, true), MergeMode.CONCAT),
            new Gru("gru", 7, true, true),
            new GlobalMaxPooling("pool"),
            last));
  }

  private static Model model(Dense last, boolean maskZero, long seed) {
    Network network = network(last, maskZero);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (2 * random.nextDouble() - 1);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
