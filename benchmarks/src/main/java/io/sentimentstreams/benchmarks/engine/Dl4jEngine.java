package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Deeplearning4j's {@code output()} for an embedding, one LSTM or simple recurrent layer and one
 * sigmoid unit. It does not have a GRU. Each scorer has its own network, because networks are not
 * thread-safe.
 */
final class Dl4jEngine implements Engine {

  private final MultiLayerNetwork network;

  Dl4jEngine(Model model) {
    List<Layer> layers = model.network().layers();
    if (layers.size() != 3
        || !(layers.get(1) instanceof Recurrent recurrent)
        || recurrent.returnSequences()) {
      throw new PeerFailedException(
          "Deeplearning4j supports only one recurrent layer here, was " + layers);
    }
    Embedding embedding = model.network().embedding();
    int width = embedding.outputDim();
    int units = recurrent.units();
    network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .list()
                .layer(
                    new EmbeddingSequenceLayer.Builder()
                        .nIn(embedding.inputDim())
                        .nOut(width)
                        .build())
                .layer(new LastTimeStep(layer(recurrent, width)))
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                        .nIn(units)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
    network.init();
    copyWeights(model, embedding, recurrent, (Dense) layers.get(2));
  }

  private static org.deeplearning4j.nn.conf.layers.Layer layer(Recurrent recurrent, int width) {
    if (recurrent instanceof Lstm) {
      return new LSTM.Builder()
          .nIn(width)
          .nOut(recurrent.units())
          .activation(Activation.TANH)
          .build();
    }
    if (recurrent instanceof SimpleRnn) {
      return new org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder()
          .nIn(width)
          .nOut(recurrent.units())
          .activation(Activation.TANH)
          .build();
    }
    throw new PeerFailedException("Deeplearning4j has no layer for " + recurrent);
  }

  private void copyWeights(Model model, Embedding embedding, Recurrent recurrent, Dense dense) {
    int units = recurrent.units();
    String name = recurrent.name();
    network.setParam("0_W", matrix(model, embedding.name() + "/embeddings", embedding.inputDim()));
    network.setParam(
        "1_W", gates(recurrent, matrix(model, name + "/kernel", embedding.outputDim())));
    network.setParam("1_RW", gates(recurrent, matrix(model, name + "/recurrent_kernel", units)));
    network.setParam("1_b", gates(recurrent, matrix(model, name + "/bias", 1)));
    network.setParam("2_W", matrix(model, dense.name() + "/kernel", units));
    network.setParam("2_b", matrix(model, dense.name() + "/bias", 1));
  }

  private static INDArray matrix(Model model, String weight, int rows) {
    float[] data = model.weight(weight);
    return Nd4j.createFromArray(data).reshape(rows, data.length / rows);
  }

  /**
   * Converts the order of the gates from Keras (input, forget, candidate, output) to the library's,
   * with the candidate first.
   */
  private static INDArray gates(Recurrent recurrent, INDArray matrix) {
    if (!(recurrent instanceof Lstm)) {
      return matrix;
    }
    int units = recurrent.units();
    INDArray[] parts =
        Arrays.stream(new int[] {2, 1, 3, 0})
            .mapToObj(
                gate ->
                    matrix
                        .get(
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(gate * units, (gate + 1) * units))
                        .dup())
            .toArray(INDArray[]::new);
    return Nd4j.concat(1, parts);
  }

  @Override
  public Contestant contestant() {
    return Contestant.DEEPLEARNING4J;
  }

  @Override
  public SequenceScorer newScorer() {
    MultiLayerNetwork own = network.clone();
    return (sequences, scores) -> {
      INDArray output = own.output(input(sequences));
      for (int i = 0; i < sequences.length; i++) {
        scores[i] = output.getDouble(i, 0);
      }
    };
  }

  private static INDArray input(int[][] sequences) {
    int steps = sequences[0].length;
    float[][] ids = new float[sequences.length][steps];
    for (int i = 0; i < sequences.length; i++) {
      if (sequences[i].length != steps) {
        throw new PeerFailedException(
            "Deeplearning4j supports only sequences of one length here, were %d and %d"
                .formatted(steps, sequences[i].length));
      }
      for (int t = 0; t < steps; t++) {
        ids[i][t] = sequences[i][t];
      }
    }
    return Nd4j.createFromArray(ids);
  }

  @Override
  public void close() {
    network.close();
  }
}
