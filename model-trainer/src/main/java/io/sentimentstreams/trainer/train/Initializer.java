package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.trainer.train.math.Orthonormal;
import java.util.Arrays;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Initial weights with Keras' defaults. Embeddings are uniform within 0.05. Kernels are uniform
 * within {@code sqrt(6 / (fanIn + fanOut))} (Glorot and Bengio, 2010). Recurrent kernels have
 * orthonormal rows (Saxe et al., 2014). Biases are 0, except 1 for an LSTM's forget gate
 * (Jozefowicz et al., 2015).
 */
final class Initializer {

  private static final double EMBEDDING_LIMIT = 0.05;

  private final ParameterLayout layout;
  private final float[] parameters;

  private Initializer(ParameterLayout layout) {
    this.layout = layout;
    parameters = new float[layout.size()];
  }

  /**
   * Initializes all parameters of a network. This method seeds ND4J's process-wide random
   * generator, which must not be used concurrently.
   */
  static float[] initialize(ParameterLayout layout, long seed) {
    Nd4j.getRandom().setSeed(seed);
    Initializer initializer = new Initializer(layout);
    int size = 1;
    for (Layer layer : layout.network().layers()) {
      initializer.initialize(layer, size);
      size = layer.outputSize(size);
    }
    return initializer.parameters;
  }

  private void initialize(Layer layer, int inputSize) {
    if (layer instanceof Embedding embedding) {
      INDArray vectors = Nd4j.rand(DataType.FLOAT, embedding.inputDim(), embedding.outputDim());
      vectors.muli(2 * EMBEDDING_LIMIT).subi(EMBEDDING_LIMIT);
      put(layer.name() + "/embeddings", vectors);
    } else if (layer instanceof Dense dense) {
      put(layer.name() + "/kernel", glorot(inputSize, dense.units()));
    } else if (layer instanceof Recurrent recurrent) {
      initialize(recurrent, recurrent.name(), inputSize);
    } else if (layer instanceof Backwards backwards) {
      initialize(backwards.cell(), backwards.name(), inputSize);
    } else if (layer instanceof Bidirectional bidirectional) {
      initialize(bidirectional.cell(), bidirectional.forwardPrefix(), inputSize);
      initialize(bidirectional.cell(), bidirectional.backwardPrefix(), inputSize);
    }
  }

  private void initialize(Recurrent layer, String prefix, int inputSize) {
    int units = layer.units();
    int width = layer.gates() * units;
    put(prefix + "/kernel", glorot(inputSize, width));
    put(prefix + "/recurrent_kernel", Orthonormal.sample(units, width));
    if (layer instanceof Lstm) {
      int forget = layout.offset(prefix + "/bias") + units;
      Arrays.fill(parameters, forget, forget + units, 1);
    }
  }

  private void put(String weight, INDArray values) {
    put(weight, values.dup('c').data().asFloat());
  }

  private void put(String weight, float[] values) {
    System.arraycopy(values, 0, parameters, layout.offset(weight), values.length);
  }

  private static INDArray glorot(int rows, int columns) {
    INDArray kernel = Nd4j.create(DataType.FLOAT, rows, columns);
    return WeightInit.XAVIER_UNIFORM
        .getWeightInitFunction()
        .init(rows, columns, new long[] {rows, columns}, 'c', kernel);
  }
}
