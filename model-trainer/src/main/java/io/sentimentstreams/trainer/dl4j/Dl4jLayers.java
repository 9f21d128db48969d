package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Translation of Deeplearning4j's layer settings, one at a time. */
final class Dl4jLayers {

  static final String SUPPORTED =
      "Use EmbeddingSequenceLayer, LSTM, GravesLSTM without peephole weights, SimpleRnn,"
          + " Bidirectional, LastTimeStep, GlobalPoolingLayer, DenseLayer, OutputLayer and"
          + " RnnOutputLayer";

  /** Activations without parameters. GELU is missing: Deeplearning4j approximates it. */
  private static final Map<Class<? extends IActivation>, Dense.Activation> BY_TYPE =
      Map.of(
          ActivationIdentity.class, Dense.Activation.LINEAR,
          ActivationTanH.class, Dense.Activation.TANH,
          ActivationSigmoid.class, Dense.Activation.SIGMOID,
          ActivationSoftmax.class, Dense.Activation.SOFTMAX,
          ActivationSELU.class, Dense.Activation.SELU,
          ActivationSoftPlus.class, Dense.Activation.SOFTPLUS,
          ActivationSoftSign.class, Dense.Activation.SOFTSIGN,
          ActivationSwish.class, Dense.Activation.SILU);

  private Dl4jLayers() {}

  /** Returns the number of inputs and outputs as integers. */
  static int inputs(FeedForwardLayer layer) {
    return size("nIn", layer.getNIn());
  }

  /** Returns the number of outputs. */
  static int outputs(FeedForwardLayer layer) {
    return size("nOut", layer.getNOut());
  }

  private static int size(String what, long size) {
    if (size < 1 || size > Integer.MAX_VALUE) {
      throw new UnsupportedDl4jModelException(
          "%s is %d".formatted(what, size), "Save a network after init()");
    }
    return (int) size;
  }

  /** Returns the recurrent layer that returns all timesteps or, in LastTimeStep, the last one. */
  static Recurrent recurrent(String name, Layer layer) {
    boolean sequences = !(layer instanceof LastTimeStep);
    Layer cell = cell(layer);
    if (cell instanceof LSTM || hasPeepholes(cell)) {
      AbstractLSTM lstm = (AbstractLSTM) cell;
      require(lstm, ActivationTanH.class, "tanh");
      if (!(lstm.getGateActivationFn() instanceof ActivationSigmoid)) {
        throw new UnsupportedDl4jModelException(
            "the gate activation is " + name(lstm.getGateActivationFn()), "Use sigmoid");
      }
      return new Lstm(name, outputs(lstm), sequences);
    }
    if (cell instanceof org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn rnn) {
      require(rnn, ActivationTanH.class, "tanh");
      if (rnn.hasLayerNorm()) {
        throw new UnsupportedDl4jModelException(
            "the layer uses layer normalization", "Use a layer without it");
      }
      return new SimpleRnn(name, outputs(rnn), sequences);
    }
    if (cell instanceof org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional) {
      throw new UnsupportedDl4jModelException(
          "LastTimeStep around Bidirectional takes the backward state after the last token only",
          "Put LastTimeStep inside Bidirectional");
    }
    throw new UnsupportedDl4jModelException(
        "the layer " + cell.getClass().getSimpleName() + " is not supported", SUPPORTED);
  }

  /** Returns the cell of a recurrent layer, without LastTimeStep. */
  static Layer cell(Layer layer) {
    return layer instanceof LastTimeStep last ? last.getUnderlying() : layer;
  }

  /** Returns whether a cell has peephole weights: saved models may have the deprecated layer. */
  @SuppressWarnings("deprecation")
  static boolean hasPeepholes(Layer cell) {
    return cell instanceof GravesLSTM;
  }

  static Bidirectional bidirectional(
      String name, org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional layer) {
    MergeMode merge =
        switch (layer.getMode()) {
          case CONCAT -> MergeMode.CONCAT;
          case ADD -> MergeMode.SUM;
          case AVERAGE -> MergeMode.AVE;
          case MUL -> MergeMode.MUL;
        };
    Recurrent forward = recurrent(name + "_cell", layer.getFwd());
    if (!forward.equals(recurrent(name + "_cell", layer.getBwd()))) {
      throw new UnsupportedDl4jModelException(
          "the two directions have different layers", "Use the same layer for both");
    }
    return new Bidirectional(name, forward, merge);
  }

  static io.sentimentstreams.model.network.Layer pooling(String name, GlobalPoolingLayer layer) {
    return switch (layer.getPoolingType()) {
      case MAX -> new GlobalMaxPooling(name);
      case AVG -> new GlobalAveragePooling(name);
      case SUM, PNORM ->
          throw new UnsupportedDl4jModelException(
              "the pooling type is " + layer.getPoolingType(), "Use MAX or AVG");
    };
  }

  static Dense dense(String name, FeedForwardLayer layer) {
    if (layer instanceof DenseLayer dense && dense.hasLayerNorm()) {
      throw new UnsupportedDl4jModelException(
          "the layer uses layer normalization", "Use a layer without it");
    }
    return new Dense(name, outputs(layer), activation(layer.getActivationFn()));
  }

  static Dense.Activation activation(IActivation function) {
    return find(function)
        .orElseThrow(
            () ->
                new UnsupportedDl4jModelException(
                    "the activation is " + name(function),
                    "Use identity, relu, elu, selu, tanh, sigmoid, softplus, softsign, swish or, at"
                        + " the end, softmax"));
  }

  private static Optional<Dense.Activation> find(IActivation function) {
    if (function instanceof ActivationReLU relu) {
      return isPlain(relu) ? Optional.of(Dense.Activation.RELU) : Optional.empty();
    }
    if (function instanceof ActivationELU elu) {
      return elu.getAlpha() == 1 ? Optional.of(Dense.Activation.ELU) : Optional.empty();
    }
    return Optional.ofNullable(BY_TYPE.get(function.getClass()));
  }

  private static boolean isPlain(ActivationReLU relu) {
    return isZero(relu.getMax()) && isZero(relu.getThreshold()) && isZero(relu.getNegativeSlope());
  }

  private static boolean isZero(@org.jspecify.annotations.Nullable Double value) {
    return value == null || value == 0;
  }

  private static void require(
      BaseLayer layer, Class<? extends IActivation> wanted, String wantedName) {
    if (!wanted.isInstance(layer.getActivationFn())) {
      throw new UnsupportedDl4jModelException(
          "the activation is " + name(layer.getActivationFn()),
          "Use activation(Activation." + wantedName.toUpperCase(Locale.ROOT) + ")");
    }
  }

  private static String name(@org.jspecify.annotations.Nullable IActivation function) {
    return function == null ? "not set" : function.toString();
  }
}
