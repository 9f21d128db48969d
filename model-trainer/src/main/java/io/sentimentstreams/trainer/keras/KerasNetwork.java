package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Translation of Keras layers to equivalent layers. Layers without an equivalent are rejected. */
final class KerasNetwork {

  /** Remedy that lists the supported layers. */
  static final String SUPPORTED =
      "Use Embedding, SimpleRNN, LSTM, GRU, Bidirectional, GlobalMaxPooling1D, GlobalAveragePooling1D, Flatten and Dense; Dropout and SpatialDropout1D are ignored";

  private static final String FORWARD_OR_BIDIRECTIONAL =
      "Train with a forward layer, or with Bidirectional";

  private KerasNetwork() {}

  /**
   * Returns the equivalent layer; empty for a layer without effect outside of training.
   *
   * @param steps fixed sequence length; empty for a model that accepts any length
   * @throws UnsupportedKerasModelException if there is no equivalent layer
   */
  static Optional<Layer> layer(KerasLayer keras, Optional<Integer> steps) {
    try {
      Optional<Layer> layer = translated(keras, steps);
      if (layer.isPresent()) {
        keras.requireFloats();
        keras.requireNone("quantization_config");
      }
      return layer;
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), "Build the model with a supported layer");
    }
  }

  private static Optional<Layer> translated(KerasLayer keras, Optional<Integer> steps) {
    return switch (keras.kind()) {
      case "InputLayer", "Dropout", "SpatialDropout1D" -> Optional.empty();
      case "Embedding" -> Optional.of(embedding(keras));
      case "SimpleRNN", "LSTM", "GRU" -> Optional.of(recurrent(keras, false));
      case "Bidirectional" -> Optional.of(bidirectional(keras));
      case "GlobalMaxPooling1D" -> Optional.of(new GlobalMaxPooling(pooling(keras)));
      case "GlobalAveragePooling1D" -> Optional.of(new GlobalAveragePooling(pooling(keras)));
      case "Flatten" -> Optional.of(flatten(keras, steps));
      case "Dense" -> Optional.of(dense(keras));
      default -> throw keras.unsupported("is not supported", SUPPORTED);
    };
  }

  /** Rejects a combination of layers that has other semantics in Keras. */
  static void requireSameSemantics(List<Layer> layers) {
    boolean masks = layers.get(0) instanceof Embedding embedding && embedding.maskZero();
    for (Layer layer : layers) {
      if (masks && layer instanceof GlobalMaxPooling) {
        throw new UnsupportedKerasModelException(
            "layer %s includes masked timesteps in the maximum".formatted(layer.name()),
            "Train with mask_zero=False, or with GlobalAveragePooling1D, which supports masking");
      }
    }
  }

  private static Embedding embedding(KerasLayer keras) {
    return new Embedding(
        keras.name(), keras.size("input_dim"), keras.size("output_dim"), keras.flag("mask_zero"));
  }

  private static Recurrent recurrent(KerasLayer keras, boolean backwards) {
    keras.require("activation", "tanh");
    keras.require("recurrent_activation", "sigmoid");
    for (String flag : List.of("return_state", "stateful", "time_major")) {
      keras.require(flag, "false");
    }
    if (keras.flag("go_backwards") != backwards) {
      throw keras.unsupported(
          backwards ? "reads forwards" : "reads backwards", FORWARD_OR_BIDIRECTIONAL);
    }
    keras.requireFloats();
    keras.requireNone("quantization_config");
    String name = keras.name();
    int units = keras.size("units");
    boolean sequences = keras.flag("return_sequences");
    return switch (keras.kind()) {
      case "SimpleRNN" -> new SimpleRnn(name, units, sequences);
      case "LSTM" -> new Lstm(name, units, sequences);
      case "GRU" -> new Gru(name, units, sequences, keras.flag("reset_after"));
      default -> throw keras.unsupported("is not a supported recurrent layer", SUPPORTED);
    };
  }

  private static Bidirectional bidirectional(KerasLayer keras) {
    KerasLayer inner = keras.wrapped("layer");
    Recurrent forward = recurrent(inner, false);
    // Keras 3 writes both directions, Keras 2 the backward one only if it differs.
    if (keras.config().path("backward_layer").isObject()) {
      KerasLayer other = keras.wrapped("backward_layer");
      if (!sameShape(forward, recurrent(other, true)) || inner.usesBias() != other.usesBias()) {
        throw keras.unsupported(
            "has different layers for the directions",
            "Use Bidirectional with one layer for both directions");
      }
    }
    String mode = keras.word("merge_mode").orElse("none");
    MergeMode merge =
        Arrays.stream(MergeMode.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(mode))
            .findFirst()
            .orElseThrow(
                () ->
                    keras.unsupported(
                        "has merge_mode %s".formatted(mode), "Use concat, sum, ave or mul"));
    return new Bidirectional(keras.name(), forward, merge);
  }

  private static boolean sameShape(Recurrent one, Recurrent other) {
    return one.getClass().equals(other.getClass())
        && one.returnSequences() == other.returnSequences()
        && one.weights("", 1).equals(other.weights("", 1));
  }

  private static String pooling(KerasLayer keras) {
    keras.require("data_format", "channels_last");
    keras.require("keepdims", "false");
    return keras.name();
  }

  private static Flatten flatten(KerasLayer keras, Optional<Integer> steps) {
    keras.require("data_format", "channels_last");
    int length =
        steps.orElseThrow(
            () ->
                keras.unsupported(
                    "flattens sequences of unknown length",
                    "Build the model with Input((maxlen,))"));
    return new Flatten(keras.name(), length);
  }

  private static Dense dense(KerasLayer keras) {
    String expected = keras.word("activation").orElse("linear");
    Dense.Activation activation =
        Arrays.stream(Dense.Activation.values())
            .filter(each -> named(each).equals(expected))
            .findFirst()
            .filter(found -> !keras.config().path("activation").isObject())
            .orElseThrow(
                () ->
                    keras.unsupported(
                        "has activation "
                            + KerasLayer.abbreviated(keras.config().path("activation")),
                        Arrays.stream(Dense.Activation.values())
                            .map(KerasNetwork::named)
                            .collect(Collectors.joining(", ", "Use one of ", ""))));
    return new Dense(keras.name(), keras.size("units"), activation);
  }

  private static String named(Dense.Activation activation) {
    return activation.name().toLowerCase(Locale.ROOT);
  }
}
