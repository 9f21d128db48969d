package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
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
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comparison of every layer's gradient with central differences of the double-precision reference
 * forward pass, for batches of sequences of unequal lengths.
 */
class GradientTest {

  private static final int VOCABULARY = 7;
  private static final int UNITS = 4;
  private static final int PADDED = 8;
  private static final float STEP = 1e-3f;

  static Stream<Arguments> networks() {
    return Stream.of(
        network("SimpleRNN", new SimpleRnn("rnn", UNITS, false)),
        network("LSTM", new Lstm("lstm", UNITS, false)),
        network("GRU, reset after", new Gru("gru", UNITS, false, true)),
        network("GRU, reset before", new Gru("gru", UNITS, false, false)),
        network("SimpleRNN over SimpleRNN", sequences("a"), new SimpleRnn("b", UNITS, false)),
        network("LSTM over LSTM", new Lstm("a", 3, true), new Lstm("b", UNITS, false)),
        network("LSTM, max", new Lstm("lstm", UNITS, true), new GlobalMaxPooling("pool")),
        network("GRU, mean", new Gru("gru", UNITS, true, true), new GlobalAveragePooling("pool")),
        network(
            "bidirectional SimpleRNN", both(new SimpleRnn("c", UNITS, false), MergeMode.CONCAT)),
        network("bidirectional LSTM", both(new Lstm("c", UNITS, false), MergeMode.CONCAT)),
        network("bidirectional GRU", both(new Gru("c", UNITS, false, true), MergeMode.SUM)),
        network(
            "bidirectional GRU, reset before",
            both(new Gru("c", UNITS, false, false), MergeMode.AVE)),
        network("bidirectional, multiplied", both(new Lstm("c", UNITS, false), MergeMode.MUL)),
        network(
            "bidirectional LSTM, max",
            both(new Lstm("c", UNITS, true), MergeMode.CONCAT),
            new GlobalMaxPooling("pool")),
        network(
            "bidirectional GRU, reset before, mean",
            both(new Gru("c", UNITS, true, false), MergeMode.CONCAT),
            new GlobalAveragePooling("pool")),
        network("dense tanh", new Lstm("l", UNITS, false), new Dense("d", 3, Activation.TANH)),
        network("dense relu", new Lstm("l", UNITS, false), new Dense("d", 5, Activation.RELU)),
        network(
            "dense sigmoid", new Lstm("l", UNITS, false), new Dense("d", 2, Activation.SIGMOID)),
        unmasked("zeros not masked", new SimpleRnn("a", 3, true), new Gru("b", UNITS, false, true)),
        unmasked("flatten", new Flatten("flatten", PADDED), new Dense("d", 4, Activation.TANH)),
        unmasked("LSTM, flatten", new Lstm("l", 3, true), new Flatten("flatten", PADDED)),
        classes("LSTM, 3 classes", 3, new Lstm("lstm", UNITS, false)),
        classes(
            "bidirectional GRU, max, dense, 5 classes",
            5,
            both(new Gru("c", UNITS, true, true), MergeMode.CONCAT),
            new GlobalMaxPooling("pool"),
            new Dense("d", 3, Activation.TANH)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void gradientsMatchReferenceForwardPass(String name, Network network) {
    ParameterLayout layout = new ParameterLayout(network);
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] parameters = randomParameters(layout.size(), random);
    boolean padded = !network.embedding().maskZero();
    int outputs = network.output().units();
    List<Example> batch = randomBatch(9, padded, outputs, random);

    float[] gradients = new float[layout.size()];
    LossSum loss = new LossSum();
    Replica replica =
        new Replica(
            layout,
            DropoutRates.none(),
            new LossWeights(Collections.nCopies(network.classes(), 1f)),
            new DropoutMasks());
    replica.train(
        randomBatch(13, padded, outputs, random),
        parameters,
        1,
        new float[layout.size()],
        new LossSum());
    replica.train(batch, parameters, 1f / batch.size(), gradients, loss);

    assertThat(loss.mean().loss())
        .as("forward pass")
        .isCloseTo(referenceLoss(layout.model(parameters), batch), offset(1e-6));
    double largest = 0;
    for (float gradient : gradients) {
      largest = Math.max(largest, Math.abs(gradient));
    }
    assertThat(largest).isGreaterThan(1e-3);
    for (WeightSpec weight : network.weights()) {
      int from = layout.offset(weight.name());
      for (int i = from; i < from + weight.size(); i++) {
        assertThat((double) gradients[i])
            .as("%s element %d", weight.name(), i - from)
            .isCloseTo(numericGradient(layout, parameters, i, batch), offset(2e-5 * (1 + largest)));
      }
    }
  }

  @Test
  void weightOfAnExampleMultipliesItsGradients() {
    Network network = (Network) classes("LSTM", 3, new Lstm("lstm", UNITS, false)).get()[1];
    ParameterLayout layout = new ParameterLayout(network);
    SplittableRandom random = new SplittableRandom(5);
    float[] parameters = randomParameters(layout.size(), random);
    Example example = randomBatch(1, false, 3, random).get(0);
    Replica replica =
        new Replica(
            layout,
            DropoutRates.none(),
            new LossWeights(Collections.nCopies(3, 1f)),
            new DropoutMasks());

    float[] once = new float[layout.size()];
    float[] weighted = new float[layout.size()];
    replica.train(List.of(example), parameters, 1, once, new LossSum());
    replica.train(
        List.of(new Example(example.ids(), example.targets(), 4)),
        parameters,
        1,
        weighted,
        new LossSum());

    for (int i = 0; i < once.length; i++) {
      assertThat(weighted[i]).isCloseTo(4 * once[i], Offset.offset(1e-6f));
    }
  }

  private static Offset<Double> offset(double tolerance) {
    return Offset.offset(tolerance);
  }

  private static double numericGradient(
      ParameterLayout layout, float[] parameters, int index, List<Example> batch) {
    float[] above = parameters.clone();
    float[] below = parameters.clone();
    above[index] += STEP;
    below[index] -= STEP;
    double difference =
        referenceLoss(layout.model(above), batch) - referenceLoss(layout.model(below), batch);
    return difference / ((double) above[index] - below[index]);
  }

  private static double referenceLoss(Model model, List<Example> batch) {
    ReferenceScorer scorer = new ReferenceScorer(model);
    double[] probabilities = new double[model.network().classes()];
    double loss = 0;
    for (Example example : batch) {
      scorer.classify(example.ids(), example.ids().length, probabilities);
      for (int i = 0; i < probabilities.length; i++) {
        loss -= target(example, i) * Math.log(probabilities[i]);
      }
    }
    return loss / batch.size();
  }

  /**
   * Returns the target probability of a class; a single target belongs to the second of two
   * classes.
   */
  private static double target(Example example, int label) {
    float[] targets = example.targets();
    return targets.length > 1 ? targets[label] : label == 1 ? targets[0] : 1 - targets[0];
  }

  private static float[] randomParameters(int size, SplittableRandom random) {
    float[] parameters = new float[size];
    for (int i = 0; i < size; i++) {
      parameters[i] = (float) (1.6 * random.nextDouble() - 0.8);
    }
    return parameters;
  }

  private static List<Example> randomBatch(
      int examples, boolean padded, int outputs, SplittableRandom random) {
    List<Example> batch = new ArrayList<>();
    for (int i = 0; i < examples; i++) {
      int words = 1 + random.nextInt(PADDED);
      int[] ids = new int[padded ? PADDED : words];
      for (int t = ids.length - words; t < ids.length; t++) {
        ids[t] = 1 + random.nextInt(VOCABULARY - 1);
      }
      batch.add(
          outputs == 1
              ? new Example(ids, random.nextInt(5) / 4f)
              : new Example(ids, randomTargets(outputs, random)));
    }
    return batch;
  }

  private static float[] randomTargets(int outputs, SplittableRandom random) {
    float[] targets = new float[outputs];
    targets[random.nextInt(outputs)] += 0.75f;
    targets[random.nextInt(outputs)] += 0.25f;
    return targets;
  }

  private static SimpleRnn sequences(String name) {
    return new SimpleRnn(name, 3, true);
  }

  private static Bidirectional both(Recurrent cell, MergeMode merge) {
    return new Bidirectional("both", cell, merge);
  }

  private static Arguments network(String name, Layer... middle) {
    return network(name, true, 2, middle);
  }

  /** Creates a network without masking of zeros. */
  private static Arguments unmasked(String name, Layer... middle) {
    return network(name, false, 2, middle);
  }

  private static Arguments classes(String name, int classes, Layer... middle) {
    return network(name, true, classes, middle);
  }

  private static Arguments network(String name, boolean maskZero, int classes, Layer... middle) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, 3, maskZero));
    layers.addAll(Arrays.asList(middle));
    layers.add(new Dense("output", 1, Activation.SIGMOID));
    return Arguments.of(name, new Network(layers).withClasses(classes));
  }
}
