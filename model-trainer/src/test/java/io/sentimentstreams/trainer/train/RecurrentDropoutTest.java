package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.layer.DropoutMasks;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.LossSum;
import io.sentimentstreams.trainer.train.loss.LossWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comparison of dropout in recurrent layers with the reference forward pass without dropout.
 * Dropout of a kernel's input features is equivalent to scaling the kernel's rows, with one kernel
 * per sequence.
 */
class RecurrentDropoutTest {

  private static final int VOCABULARY = 7;
  private static final int WIDTH = 3;
  private static final int UNITS = 4;
  private static final float STEP = 1e-3f;
  private static final DropoutRates RATES = new DropoutRates(0, 0, 0.4, 0.3, 0);
  private static final long SEED = 5;

  static Stream<Arguments> layers() {
    Recurrent lstm = new Lstm("c", UNITS, false);
    Recurrent gru = new Gru("c", UNITS, false, true);
    return Stream.of(
        Arguments.of("SimpleRNN", new SimpleRnn("c", UNITS, false)),
        Arguments.of("LSTM", lstm),
        Arguments.of("GRU, reset after", gru),
        Arguments.of("GRU, reset before", new Gru("c", UNITS, false, false)),
        Arguments.of("bidirectional LSTM", new Bidirectional("both", lstm, MergeMode.CONCAT)),
        Arguments.of("bidirectional GRU", new Bidirectional("both", gru, MergeMode.SUM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void lossAndGradientsMatchNetworksWithScaledKernels(String name, Layer layer) {
    ParameterLayout layout =
        new ParameterLayout(
            new Network(
                List.of(
                    new Embedding("embedding", VOCABULARY, WIDTH, true),
                    layer,
                    new Dense("output", 1, Dense.Activation.SIGMOID))));
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] parameters = new float[layout.size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) (1.6 * random.nextDouble() - 0.8);
    }
    List<Example> batch = randomBatch(6, random);
    List<Mask> masks = masks(layer, batch.size());

    float[] gradients = new float[layout.size()];
    LossSum loss = new LossSum();
    DropoutMasks drawn = new DropoutMasks();
    Replica replica = new Replica(layout, RATES, new LossWeights(1, 1), drawn);
    drawn.restart(new SplittableRandom(SEED));
    replica.train(batch, parameters, 1f / batch.size(), gradients, loss);

    assertThat(loss.mean().loss())
        .isCloseTo(thinnedLoss(layout, parameters, batch, masks), within(1e-6));
    for (WeightSpec weight : layout.network().weights()) {
      int from = layout.offset(weight.name());
      for (int i = from; i < from + weight.size(); i++) {
        float[] above = parameters.clone();
        float[] below = parameters.clone();
        above[i] += STEP;
        below[i] -= STEP;
        double difference =
            thinnedLoss(layout, above, batch, masks) - thinnedLoss(layout, below, batch, masks);
        assertThat((double) gradients[i])
            .as("%s element %d", weight.name(), i - from)
            .isCloseTo(difference / ((double) above[i] - below[i]), within(1e-4));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void dropoutIsInactiveOutsideOfTraining(String name, Layer layer) {
    ParameterLayout layout =
        new ParameterLayout(
            new Network(
                List.of(
                    new Embedding("embedding", VOCABULARY, WIDTH, true),
                    layer,
                    new Dense("output", 1, Dense.Activation.SIGMOID))));
    float[] parameters = new float[layout.size()];
    Arrays.fill(parameters, 0.3f);
    List<Example> batch = randomBatch(6, new SplittableRandom(name.hashCode()));
    Replica replica = new Replica(layout, RATES, new LossWeights(1, 1), new DropoutMasks());
    replica.train(batch, parameters, 1, new float[layout.size()], new LossSum());

    LossSum loss = new LossSum();
    replica.evaluate(batch, parameters, loss);

    ReferenceScorer scorer = new ReferenceScorer(layout.model(parameters));
    double expected = batch.stream().mapToDouble(example -> loss(scorer, example)).sum();
    assertThat(loss.mean().loss()).isCloseTo(expected / batch.size(), within(1e-6));
  }

  /**
   * Dropout masks of one recurrent layer: factors of inputs by sequence and feature, and of states
   * by gate, sequence and unit. Sequences are in descending order of length.
   */
  @SuppressWarnings("ArrayRecordComponent") // Not changed, and not compared.
  private record Mask(Recurrent cell, String prefix, float[] inputs, float[] states) {}

  /** Samples the same masks as the replica. */
  private static List<Mask> masks(Layer layer, int sequences) {
    DropoutMasks drawn = new DropoutMasks();
    drawn.restart(new SplittableRandom(SEED));
    if (layer instanceof Bidirectional both) {
      return List.of(
          mask(both.cell(), both.forwardPrefix(), sequences, drawn),
          mask(both.cell(), both.backwardPrefix(), sequences, drawn));
    }
    return List.of(mask((Recurrent) layer, layer.name(), sequences, drawn));
  }

  private static Mask mask(Recurrent cell, String prefix, int sequences, DropoutMasks drawn) {
    float[] inputs = drawn.sample(new float[0], sequences * WIDTH, (float) RATES.input());
    float[] states =
        drawn.sample(new float[0], cell.gates() * sequences * UNITS, (float) RATES.recurrent());
    return new Mask(cell, prefix, inputs, states);
  }

  private static double thinnedLoss(
      ParameterLayout layout, float[] parameters, List<Example> batch, List<Mask> masks) {
    List<Example> longFirst = new ArrayList<>(batch);
    longFirst.sort(Comparator.comparingInt(example -> -example.ids().length));
    double loss = 0;
    for (int r = 0; r < longFirst.size(); r++) {
      float[] thinned = parameters.clone();
      for (Mask mask : masks) {
        thin(layout, thinned, mask, r, longFirst.size());
      }
      loss += loss(new ReferenceScorer(layout.model(thinned)), longFirst.get(r));
    }
    return loss / longFirst.size();
  }

  private static void thin(
      ParameterLayout layout, float[] parameters, Mask mask, int sequence, int sequences) {
    int width = mask.cell().gates() * UNITS;
    int kernel = layout.offset(mask.prefix() + "/kernel");
    for (int i = 0; i < WIDTH; i++) {
      for (int j = 0; j < width; j++) {
        parameters[kernel + i * width + j] *= mask.inputs()[sequence * WIDTH + i];
      }
    }
    int recurrent = layout.offset(mask.prefix() + "/recurrent_kernel");
    for (int i = 0; i < UNITS; i++) {
      for (int j = 0; j < width; j++) {
        int gate = j / UNITS;
        parameters[recurrent + i * width + j] *=
            mask.states()[(gate * sequences + sequence) * UNITS + i];
      }
    }
  }

  private static double loss(ReferenceScorer scorer, Example example) {
    double score = scorer.score(example.ids(), example.ids().length);
    return -example.target() * Math.log(score) - (1 - example.target()) * Math.log(1 - score);
  }

  private static List<Example> randomBatch(int examples, SplittableRandom random) {
    List<Example> batch = new ArrayList<>();
    for (int i = 0; i < examples; i++) {
      int[] ids = new int[1 + random.nextInt(6)];
      Arrays.setAll(ids, t -> 1 + random.nextInt(VOCABULARY - 1));
      batch.add(new Example(ids, random.nextInt(5) / 4f));
    }
    return batch;
  }
}
