package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random network of a property, with weights from a seed. Recurrent weights shrink with the width,
 * as in initializers, so states decay. Otherwise a network could double every rounding error at
 * each timestep.
 *
 * @param cell kind of the recurrent layers
 * @param units width of the recurrent layers
 * @param merge merge of both directions; empty for one direction
 * @param ending layer that reduces the last sequence to a vector
 * @param stacked number of recurrent layers
 * @param maskZero whether zeros are skipped
 * @param strength factor of the input weights and biases; large values saturate gates
 * @param seed seed of the weights
 */
public record RandomNetwork(
    Cell cell,
    int units,
    Optional<MergeMode> merge,
    Ending ending,
    int stacked,
    boolean maskZero,
    float strength,
    long seed) {

  static final int VOCABULARY = 50;
  private static final int WIDTH = 10;

  enum Cell {
    SIMPLE_RNN,
    LSTM,
    GRU_RESET_AFTER,
    GRU_RESET_BEFORE
  }

  enum Ending {
    LAST_STATE,
    LARGEST,
    MEAN
  }

  /** Returns networks of all cells, merges and endings, with odd and even widths. */
  public static Arbitrary<RandomNetwork> any() {
    Arbitrary<Optional<MergeMode>> merges = Arbitraries.of(MergeMode.class).optional(0.7);
    return Combinators.combine(
            Arbitraries.of(Cell.class),
            Arbitraries.of(1, 7, 33, 64, 100),
            merges,
            Arbitraries.of(Ending.class),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(true, false),
            Arbitraries.of(0.3f, 1f, 20f),
            Arbitraries.longs())
        .as(RandomNetwork::new);
  }

  public Model model() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, WIDTH, maskZero));
    for (int i = 1; i <= stacked; i++) {
      Recurrent recurrent = recurrent("layer" + i, i < stacked || ending != Ending.LAST_STATE);
      String name = "both" + i;
      layers.add(merge.<Layer>map(m -> new Bidirectional(name, recurrent, m)).orElse(recurrent));
    }
    switch (ending) {
      case LARGEST -> layers.add(new GlobalMaxPooling("pool"));
      case MEAN -> layers.add(new GlobalAveragePooling("pool"));
      case LAST_STATE -> {}
    }
    layers.add(new Dense("hidden", 3, Dense.Activation.RELU));
    layers.add(new Dense("output", 1, Dense.Activation.SIGMOID));
    return withWeights(new Network(layers));
  }

  private Recurrent recurrent(String name, boolean sequences) {
    return switch (cell) {
      case SIMPLE_RNN -> new SimpleRnn(name, units, sequences);
      case LSTM -> new Lstm(name, units, sequences);
      case GRU_RESET_AFTER -> new Gru(name, units, sequences, true);
      case GRU_RESET_BEFORE -> new Gru(name, units, sequences, false);
    };
  }

  private Model withWeights(Network network) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      double bound = bound(spec);
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }

  private double bound(WeightSpec spec) {
    double fanIn = 1 / Math.sqrt(spec.shape().get(0));
    if (spec.name().endsWith("/recurrent_kernel")) {
      return fanIn;
    }
    if (spec.name().startsWith("hidden") || spec.name().startsWith("output")) {
      return spec.shape().size() == 1 ? 1 : 2 * fanIn;
    }
    return strength * (spec.shape().size() == 1 ? 1 : fanIn);
  }

  /** Returns random token indices from the seed, including zeros. */
  int[] ids(int length) {
    SplittableRandom random = new SplittableRandom(~seed);
    return random.ints(length, 0, VOCABULARY).toArray();
  }
}
