package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Export of a model as a {@code MultiLayerNetwork}. The file is read back, and its weights and
 * scores are compared with those of the model, before it replaces another one.
 */
public final class Dl4jExport {

  private Dl4jExport() {}

  /**
   * Writes a model as {@code ModelSerializer} does, without updater state.
   *
   * @param file target; an existing file is replaced
   * @return the comparison of the file's scores with those of the model
   * @throws IllegalArgumentException if Deeplearning4j does not have a layer of the model
   * @throws IOException if the file cannot be written
   */
  public static Dl4jModel.Comparison write(Model model, Path file) throws IOException {
    try {
      MultiLayerNetwork library = library(model);
      AtomicReference<Dl4jModel.Comparison> comparison = new AtomicReference<>();
      AtomicFile.write(
          file,
          channel -> {
            OutputStream out = Channels.newOutputStream(channel);
            ModelSerializer.writeModel(library, out, false);
            out.flush();
          },
          part -> comparison.set(check(model, part)));
      return Objects.requireNonNull(comparison.get());
    } catch (UnsupportedDl4jModelException e) {
      throw new IllegalArgumentException(
          "no export to Deeplearning4j: %s. %s.".formatted(e.getMessage(), e.remedy()), e);
    }
  }

  /** Imports the file, which compares scores, and compares the weights. */
  private static Dl4jModel.Comparison check(Model model, Path part) throws IOException {
    Dl4jModel read;
    try {
      read = Dl4jImport.read(part);
    } catch (InvalidDl4jModelException e) {
      throw new IOException("the written file cannot be read (" + e.getMessage() + ")", e);
    }
    Iterator<Tensor> found = read.model().weights().values().iterator();
    for (Tensor expected : model.weights().values()) {
      if (!found.hasNext() || !Arrays.equals(expected.data(), found.next().data())) {
        throw new IOException("the written file has other weights");
      }
    }
    return read.comparison();
  }

  private static MultiLayerNetwork library(Model model) {
    List<Layer> layers = model.network().layers();
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).list();
    FlatParameters parameters =
        new FlatParameters(new float[Math.toIntExact(model.network().parameterCount())]);
    int width = 1;
    for (Layer layer : layers) {
      list.layer(translated(layer, width, layer == model.network().output()));
      append(model, layer, width, parameters);
      width = layer.outputSize(width);
    }
    MultiLayerNetwork library = new MultiLayerNetwork(list.build());
    float[] flat = parameters.values();
    library.init(Nd4j.createFromArray(flat).reshape(1, flat.length), false);
    return library;
  }

  private static org.deeplearning4j.nn.conf.layers.Layer translated(
      Layer layer, int width, boolean last) {
    if (layer instanceof Embedding embedding) {
      return new EmbeddingSequenceLayer.Builder()
          .nIn(embedding.inputDim())
          .nOut(embedding.outputDim())
          .activation(Activation.IDENTITY)
          .name(embedding.name())
          .build();
    }
    if (layer instanceof Recurrent recurrent) {
      return recurrent(recurrent, width);
    }
    if (layer instanceof Bidirectional both) {
      return new org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional(
          mode(both.merge()), recurrent(both.cell(), width));
    }
    if (layer instanceof GlobalMaxPooling) {
      return new GlobalPoolingLayer.Builder(PoolingType.MAX).name(layer.name()).build();
    }
    if (layer instanceof GlobalAveragePooling) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).name(layer.name()).build();
    }
    if (layer instanceof Dense dense) {
      return last ? output(dense, width) : hidden(dense, width);
    }
    throw unsupported(layer);
  }

  private static UnsupportedDl4jModelException unsupported(Layer layer) {
    return new UnsupportedDl4jModelException(
        "Deeplearning4j has no layer for %s (%s)"
            .formatted(layer.name(), layer.getClass().getSimpleName()),
        "Export with --onnx");
  }

  private static org.deeplearning4j.nn.conf.layers.Layer recurrent(Recurrent cell, int width) {
    org.deeplearning4j.nn.conf.layers.Layer layer;
    if (cell instanceof Lstm) {
      layer =
          new LSTM.Builder()
              .nIn(width)
              .nOut(cell.units())
              .activation(Activation.TANH)
              .gateActivationFunction(Activation.SIGMOID)
              .weightInit(WeightInit.XAVIER)
              .name(cell.name())
              .build();
    } else if (cell instanceof SimpleRnn) {
      layer =
          new org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder()
              .nIn(width)
              .nOut(cell.units())
              .activation(Activation.TANH)
              .weightInit(WeightInit.XAVIER)
              .name(cell.name())
              .build();
    } else {
      throw unsupported(cell);
    }
    return cell.returnSequences() ? layer : new LastTimeStep(layer);
  }

  private static org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode mode(
      Bidirectional.MergeMode merge) {
    return switch (merge) {
      case CONCAT -> org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode.CONCAT;
      case SUM -> org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode.ADD;
      case AVE -> org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode.AVERAGE;
      case MUL -> org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode.MUL;
    };
  }

  private static DenseLayer hidden(Dense dense, int width) {
    return new DenseLayer.Builder()
        .nIn(width)
        .nOut(dense.units())
        .activation(activation(dense))
        .name(dense.name())
        .build();
  }

  private static OutputLayer output(Dense dense, int width) {
    return new OutputLayer.Builder(dense.units() == 1 ? LossFunction.XENT : LossFunction.MCXENT)
        .nIn(width)
        .nOut(dense.units())
        .activation(activation(dense))
        .name(dense.name())
        .build();
  }

  private static Activation activation(Dense dense) {
    return switch (dense.activation()) {
      case LINEAR -> Activation.IDENTITY;
      case RELU -> Activation.RELU;
      case TANH -> Activation.TANH;
      case SIGMOID -> Activation.SIGMOID;
      case SOFTMAX -> Activation.SOFTMAX;
      case ELU -> Activation.ELU;
      case SELU -> Activation.SELU;
      case SOFTPLUS -> Activation.SOFTPLUS;
      case SOFTSIGN -> Activation.SOFTSIGN;
      case SILU -> Activation.SWISH;
      case GELU ->
          // Deeplearning4j has approximations of GELU only, by a sigmoid and by a tanh.
          throw new UnsupportedDl4jModelException(
              "Deeplearning4j has no exact gelu for %s".formatted(dense.name()),
              "Export with --onnx");
    };
  }

  private static void append(Model model, Layer layer, int width, FlatParameters parameters) {
    boolean lstm =
        layer instanceof Lstm
            || (layer instanceof Bidirectional both && both.cell() instanceof Lstm);
    for (WeightSpec spec : layer.weights(width)) {
      int rows = spec.shape().size() == 1 ? 1 : spec.shape().get(0);
      int columns = spec.shape().get(spec.shape().size() - 1);
      float[] data = model.weight(spec.name());
      parameters.append(lstm ? GateOrder.toDl4j(data, columns / 4) : data, rows, columns);
    }
  }
}
