package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reader of the weights of one layer after the other. Not thread-safe. */
final class Dl4jWeights {

  /** Peephole connections of a GravesLSTM: input, forget and output gate. */
  private static final int PEEPHOLES = 3;

  private final FlatParameters parameters;
  private final Map<String, Tensor> weights;

  /**
   * Creates a reader.
   *
   * @param parameters all parameters
   * @param weights receives the tensors
   */
  Dl4jWeights(FlatParameters parameters, Map<String, Tensor> weights) {
    this.parameters = parameters;
    this.weights = weights;
  }

  /** Returns the number of parameters that Deeplearning4j keeps for a layer. */
  static long count(Dl4jChain.Translation translation, int width) {
    long count = translation.layer().weights(width).stream().mapToLong(WeightSpec::size).sum();
    org.deeplearning4j.nn.conf.layers.Layer source = translation.source();
    if (source instanceof EmbeddingSequenceLayer embedding && embedding.hasBias()) {
      return count + translation.layer().outputSize(width);
    }
    if (!hasBias(source)) {
      return count - translation.layer().outputSize(width);
    }
    if (translation.layer() instanceof Bidirectional both) {
      var sources = (org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional) source;
      return count
          + peepholes(sources.getFwd(), both.cell())
          + peepholes(sources.getBwd(), both.cell());
    }
    return translation.layer() instanceof Recurrent cell ? count + peepholes(source, cell) : count;
  }

  private static long peepholes(org.deeplearning4j.nn.conf.layers.Layer source, Recurrent cell) {
    return Dl4jLayers.hasPeepholes(Dl4jLayers.cell(source)) ? (long) PEEPHOLES * cell.units() : 0;
  }

  private static boolean hasBias(org.deeplearning4j.nn.conf.layers.Layer source) {
    if (source instanceof DenseLayer dense) {
      return dense.hasBias();
    }
    return !(source instanceof BaseOutputLayer output) || output.hasBias();
  }

  /** Reads the weights of a layer. */
  void read(Dl4jChain.Translation translation, int width) {
    Layer layer = translation.layer();
    org.deeplearning4j.nn.conf.layers.Layer source = translation.source();
    List<WeightSpec> specs = layer.weights(width);
    if (source instanceof EmbeddingSequenceLayer embedding) {
      put(specs.get(0), embeddings(embedding));
    } else if (layer instanceof Bidirectional both) {
      var sources = (org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional) source;
      int half = specs.size() / 2;
      readCell(sources.getFwd(), both.cell(), width, specs.subList(0, half));
      readCell(sources.getBwd(), both.cell(), width, specs.subList(half, specs.size()));
    } else if (layer instanceof Recurrent cell) {
      readCell(source, cell, width, specs);
    } else if (!specs.isEmpty()) {
      int units = layer.outputSize(width);
      put(specs.get(0), parameters.matrix(width, units));
      put(specs.get(1), hasBias(source) ? parameters.matrix(1, units) : new float[units]);
    }
  }

  private void readCell(
      org.deeplearning4j.nn.conf.layers.Layer source,
      Recurrent cell,
      int width,
      List<WeightSpec> specs) {
    int units = cell.units();
    int columns = cell.gates() * units;
    float[] kernel = parameters.matrix(width, columns);
    float[] recurrent = parameters.matrix(units, columns);
    if (Dl4jLayers.hasPeepholes(Dl4jLayers.cell(source))) {
      requireZeros(parameters.matrix(units, PEEPHOLES));
    }
    float[] bias = parameters.matrix(1, columns);
    boolean reorder = cell instanceof Lstm;
    put(specs.get(0), reorder ? GateOrder.toKeras(kernel, units) : kernel);
    put(specs.get(1), reorder ? GateOrder.toKeras(recurrent, units) : recurrent);
    put(specs.get(2), reorder ? GateOrder.toKeras(bias, units) : bias);
  }

  private static void requireZeros(float[] peepholes) {
    for (float weight : peepholes) {
      if (weight != 0) {
        throw new UnsupportedDl4jModelException(
            "a GravesLSTM has peephole weights, such as " + weight, "Train an LSTM instead");
      }
    }
  }

  /** Returns the vectors of an embedding with its bias and activation applied. */
  private float[] embeddings(EmbeddingSequenceLayer layer) {
    int rows = Dl4jLayers.inputs(layer);
    int columns = Dl4jLayers.outputs(layer);
    float[] vectors = parameters.matrix(rows, columns);
    if (layer.hasBias()) {
      float[] bias = parameters.matrix(1, columns);
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] += bias[i % columns];
      }
    }
    return activated(layer, vectors, rows, columns);
  }

  private static float[] activated(BaseLayer layer, float[] vectors, int rows, int columns) {
    try (INDArray matrix = Nd4j.createFromArray(vectors).reshape(rows, columns)) {
      return layer.getActivationFn().getActivation(matrix, false).ravel().toFloatVector();
    }
  }

  private void put(WeightSpec spec, float[] data) {
    weights.put(spec.name(), new Tensor(spec.shape(), data));
  }
}
