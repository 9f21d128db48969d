package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Comparison of scores with Deeplearning4j's layers, or with ND4J's operation if there is no layer,
 * for the same weights and sequences of all lengths.
 */
class DeeplearningOracleTest {

  private static final int VOCABULARY = 60;
  private static final int WIDTH = 8;
  private static final int UNITS = 6;
  private static final int MAX_LENGTH = 500;

  /** Maximum of all sequences except one, because the library is slow. */
  private static final int USUAL_MAX_LENGTH = 100;

  private static final int SEQUENCES = 12;
  private static final double TOLERANCE = 1e-5;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void simpleRnnMatchesLibrary() {
    Model model = randomModel(new SimpleRnn("rnn", UNITS, false));
    MultiLayerNetwork library =
        library(
            new LastTimeStep(
                new org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder()
                    .nIn(WIDTH)
                    .nOut(UNITS)
                    .activation(Activation.TANH)
                    .build()),
            UNITS);
    copyEnds(model, library);
    library.setParam("1_W", matrix(model, "rnn/kernel", WIDTH));
    library.setParam("1_RW", matrix(model, "rnn/recurrent_kernel", UNITS));
    library.setParam("1_b", matrix(model, "rnn/bias", 1));

    assertSameScores(model, ids -> output(library, ids));
  }

  @Test
  void lstmMatchesLibrary() {
    Model model = randomModel(new Lstm("lstm", UNITS, false));
    MultiLayerNetwork library = library(new LastTimeStep(libraryLstm()), UNITS);
    copyEnds(model, library);
    copyLstm(model, "lstm", library, "1_");

    assertSameScores(model, ids -> output(library, ids));
  }

  @Test
  void bidirectionalLstmWithPoolingMatchesLibrary() {
    Model model =
        randomModel(
            new Bidirectional("both", new Lstm("lstm", UNITS, true), MergeMode.CONCAT),
            new GlobalMaxPooling("max"));
    MultiLayerNetwork library = libraryBidirectional();
    copyEnds(model, library);
    copyLstm(model, "both/forward", library, "1_f");
    copyLstm(model, "both/backward", library, "1_b");

    assertSameScores(model, ids -> output(library, ids));
  }

  /** In Keras, the last state of the backward direction is the state after the first token. */
  @Test
  void bidirectionalLstmMatchesEndsOfLibrarySequences() {
    Model model =
        randomModel(new Bidirectional("both", new Lstm("lstm", UNITS, false), MergeMode.CONCAT));
    MultiLayerNetwork library = libraryBidirectional();
    copyEnds(model, library);
    copyLstm(model, "both/forward", library, "1_f");
    copyLstm(model, "both/backward", library, "1_b");

    assertSameScores(
        model,
        ids -> {
          INDArray states = library.feedForward(input(ids)).get(2).slice(0);
          int last = ids.length - 1;
          INDArray forward = states.getColumn(last).get(NDArrayIndex.interval(0, UNITS));
          INDArray backward = states.getColumn(0).get(NDArrayIndex.interval(UNITS, 2 * UNITS));
          return sigmoidUnit(model, Nd4j.concat(0, forward.dup(), backward.dup()));
        });
  }

  @Test
  void gruMatchesNativeOperation() {
    Model model = randomModel(new Gru("gru", UNITS, false, true));
    float[] bias = model.weight("gru/bias");
    int candidateOfRecurrentBias = 5 * UNITS;
    Arrays.fill(bias, candidateOfRecurrentBias, bias.length, 0); // The operation has none.
    INDArray kernel = gates(matrix(model, "gru/kernel", WIDTH), 1, 0, 2);
    INDArray recurrentKernel = gates(matrix(model, "gru/recurrent_kernel", UNITS), 1, 0, 2);
    INDArray biases = gates(matrix(model, "gru/bias", 2).sum(true, 0), 1, 0, 2).reshape(3 * UNITS);
    INDArray vectors = matrix(model, "embedding/embeddings", VOCABULARY);

    assertSameScores(
        model,
        ids -> {
          INDArray inputs = vectors.getRows(ids).reshape(ids.length, 1, WIDTH);
          INDArray states = Nd4j.create(DataType.DOUBLE, ids.length, 1, UNITS);
          Nd4j.exec(
              DynamicCustomOp.builder("gru")
                  .addInputs(
                      inputs,
                      Nd4j.zeros(DataType.DOUBLE, 1, UNITS),
                      kernel,
                      recurrentKernel,
                      biases)
                  .addOutputs(states)
                  .build());
          return sigmoidUnit(model, states.slice(ids.length - 1).reshape(UNITS));
        });
  }

  private void assertSameScores(Model model, ToDoubleFunction<int[]> library) {
    Scorer reference = new ReferenceScorer(model);
    Scorer serving = PackedModel.of(model).newScorer();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < SEQUENCES; i++) {
      int length = i == 0 ? 1 : i == 1 ? MAX_LENGTH : random.nextInt(1, USUAL_MAX_LENGTH + 1);
      int[] ids = random.ints(length, 1, VOCABULARY).toArray();
      double expected = library.applyAsDouble(ids);
      scores.add(expected);
      for (Scorer scorer : List.of(reference, serving)) {
        assertThat(scorer.score(ids, length))
            .as("sequence of %d tokens", length)
            .isCloseTo(expected, within(TOLERANCE));
      }
    }
    double smallest = scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double largest = scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    assertThat(largest - smallest).as("the scores tell sequences apart").isGreaterThan(0.01);
  }

  private Model randomModel(Layer... between) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, WIDTH, true));
    layers.addAll(List.of(between));
    layers.add(new Dense("dense", 1, Dense.Activation.SIGMOID));
    ParameterLayout layout = new ParameterLayout(new Network(layers));
    float[] parameters = new float[layout.size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.nextDouble(-0.8, 0.8);
    }
    return layout.model(parameters);
  }

  private static LSTM libraryLstm() {
    return new LSTM.Builder().nIn(WIDTH).nOut(UNITS).activation(Activation.TANH).build();
  }

  private static MultiLayerNetwork libraryBidirectional() {
    var list = new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    return initialised(
        list.layer(libraryEmbedding())
            .layer(
                new org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional(
                    org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode.CONCAT,
                    libraryLstm()))
            .layer(new GlobalPoolingLayer(PoolingType.MAX))
            .layer(libraryOutput(2 * UNITS)));
  }

  private static MultiLayerNetwork library(
      org.deeplearning4j.nn.conf.layers.Layer recurrent, int outputInputs) {
    var list = new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    return initialised(
        list.layer(libraryEmbedding()).layer(recurrent).layer(libraryOutput(outputInputs)));
  }

  private static MultiLayerNetwork initialised(NeuralNetConfiguration.ListBuilder layers) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static EmbeddingSequenceLayer libraryEmbedding() {
    return new EmbeddingSequenceLayer.Builder().nIn(VOCABULARY).nOut(WIDTH).build();
  }

  private static OutputLayer libraryOutput(int inputs) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
        .nIn(inputs)
        .nOut(1)
        .activation(Activation.SIGMOID)
        .build();
  }

  private static void copyEnds(Model model, MultiLayerNetwork library) {
    int last = library.getnLayers() - 1;
    int inputs = model.weight("dense/kernel").length;
    library.setParam("0_W", matrix(model, "embedding/embeddings", VOCABULARY));
    library.setParam(last + "_W", matrix(model, "dense/kernel", inputs));
    library.setParam(last + "_b", matrix(model, "dense/bias", 1));
  }

  /** Keras' gates are input, forget, candidate, output; the library's candidate comes first. */
  private static void copyLstm(
      Model model, String prefix, MultiLayerNetwork library, String target) {
    library.setParam(target + "W", gates(matrix(model, prefix + "/kernel", WIDTH), 2, 1, 3, 0));
    library.setParam(
        target + "RW", gates(matrix(model, prefix + "/recurrent_kernel", UNITS), 2, 1, 3, 0));
    library.setParam(target + "b", gates(matrix(model, prefix + "/bias", 1), 2, 1, 3, 0));
  }

  private static INDArray matrix(Model model, String weight, int rows) {
    float[] data = model.weight(weight);
    return Nd4j.createFromArray(data).castTo(DataType.DOUBLE).reshape(rows, data.length / rows);
  }

  /** Returns the columns of the gates in another order. */
  private static INDArray gates(INDArray matrix, int... order) {
    INDArray[] parts =
        Arrays.stream(order)
            .mapToObj(
                gate ->
                    matrix
                        .get(
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(gate * UNITS, (gate + 1) * UNITS))
                        .dup())
            .toArray(INDArray[]::new);
    return Nd4j.concat(1, parts);
  }

  private static INDArray input(int[] ids) {
    return Nd4j.createFromArray(ids).castTo(DataType.DOUBLE).reshape(1, ids.length);
  }

  private static double output(MultiLayerNetwork library, int[] ids) {
    return library.output(input(ids)).getDouble(0);
  }

  private static double sigmoidUnit(Model model, INDArray state) {
    float[] kernel = model.weight("dense/kernel");
    double sum = model.weight("dense/bias")[0];
    for (int i = 0; i < kernel.length; i++) {
      sum += kernel[i] * state.getDouble(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
