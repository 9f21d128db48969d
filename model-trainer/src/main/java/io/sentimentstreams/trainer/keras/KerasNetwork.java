package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Translation of Keras layers to equivalent layers. Layers without an equivalent are rejected. */
final class KerasNetwork {

  /** Remedy that lists the supported layers. */
  static final String SUPPORTED =
      "Use Embedding, SimpleRNN, LSTM, GRU, Bidirectional, GlobalMaxPooling1D, GlobalAveragePooling1D, Flatten, Dense, BatchNormalization, Activation, ReLU, ELU and Softmax; Dropout, SpatialDropout1D, GaussianNoise, GaussianDropout, AlphaDropout and ActivityRegularization are ignored";

  private static final String ONE_LAYER_FOR_BOTH =
      "Use Bidirectional with one layer for both directions";

  private final KerasAssembly assembly;
  private final Optional<Integer> steps;

  /**
   * Creates a translation.
   *
   * @param steps fixed sequence length; empty for a model that accepts any length
   */
  KerasNetwork(KerasAssembly assembly, Optional<Integer> steps) {
    this.assembly = assembly;
    this.steps = steps;
  }

  /**
   * Adds the equivalent of a layer.
   *
   * @throws UnsupportedKerasModelException if there is no equivalent layer
   */
  void add(KerasLayer keras) {
    try {
      translate(keras);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), "Build the model with a supported layer");
    }
  }

  private void translate(KerasLayer keras) {
    switch (keras.kind()) {
      case "InputLayer" -> {}
      case "Dropout",
          "SpatialDropout1D",
          "GaussianNoise",
          "GaussianDropout",
          "AlphaDropout",
          "ActivityRegularization",
          "Identity" ->
          assembly.ignore(keras);
      case "Embedding" -> assembly.add(checked(keras), embedding(keras));
      case "SimpleRNN", "LSTM", "GRU" ->
          assembly.addRecurrent(checked(keras), recurrent(keras), keras.flag("go_backwards"));
      case "Bidirectional" -> assembly.add(checked(keras), bidirectional(keras));
      case "GlobalMaxPooling1D", "GlobalMaxPool1D" ->
          assembly.add(checked(keras), new GlobalMaxPooling(pooling(keras)));
      case "GlobalAveragePooling1D", "GlobalAvgPool1D" ->
          assembly.add(checked(keras), new GlobalAveragePooling(pooling(keras)));
      case "Flatten" -> assembly.add(checked(keras), flatten(keras));
      case "Dense" -> {
        Dense.Activation activation = KerasActivations.ofSetting(keras);
        assembly.add(checked(keras), new Dense(keras.label(), keras.size("units"), activation));
      }
      case "BatchNormalization" -> KerasNormalization.add(checked(keras), assembly);
      case "Activation" -> assembly.activate(checked(keras), KerasActivations.ofSetting(keras));
      case "TFOpLambda" -> assembly.activate(checked(keras), KerasActivations.ofOperation(keras));
      default -> {
        if (!KerasActivations.isLayer(keras.kind())) {
          throw keras.unsupported("is not supported", KerasRemedies.of(keras.kind()));
        }
        assembly.activate(checked(keras), KerasActivations.ofLayer(keras));
      }
    }
  }

  /** Rejects quantized weights, and records the precision of a layer. */
  private KerasLayer checked(KerasLayer keras) {
    keras.requireNone("quantization_config");
    assembly.computeIn(keras.precision());
    return keras;
  }

  private static Embedding embedding(KerasLayer keras) {
    return new Embedding(
        keras.label(), keras.size("input_dim"), keras.size("output_dim"), keras.flag("mask_zero"));
  }

  private Recurrent recurrent(KerasLayer keras) {
    keras.require("activation", "tanh");
    keras.require("recurrent_activation", "sigmoid");
    for (String flag : List.of("return_state", "time_major")) {
      keras.require(flag, "false");
    }
    if (keras.flag("stateful")) {
      assembly.note(
          "layer %s is stateful; each text is scored as after reset_states()"
              .formatted(keras.name()));
    }
    checked(keras);
    String name = keras.label();
    int units = keras.size("units");
    boolean sequences = keras.flag("return_sequences");
    return switch (keras.kind()) {
      case "SimpleRNN" -> new SimpleRnn(name, units, sequences);
      case "LSTM" -> new Lstm(name, units, sequences);
      case "GRU" -> new Gru(name, units, sequences, keras.flag("reset_after"));
      default ->
          throw keras.unsupported(
              "is not supported in a wrapper", "Use SimpleRNN, LSTM or GRU in Bidirectional");
    };
  }

  private Bidirectional bidirectional(KerasLayer keras) {
    KerasLayer inner = keras.wrapped("layer");
    Recurrent forward = recurrent(inner);
    requireDirection(keras, inner, false);
    // Keras 3 writes both directions, Keras 2 the backward one only if it differs.
    if (keras.config().path("backward_layer").isObject()) {
      KerasLayer other = keras.wrapped("backward_layer");
      requireDirection(keras, other, true);
      if (!sameShape(forward, recurrent(other)) || inner.usesBias() != other.usesBias()) {
        throw keras.unsupported("has different layers for the directions", ONE_LAYER_FOR_BOTH);
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
    return new Bidirectional(keras.label(), forward, merge);
  }

  private static void requireDirection(KerasLayer keras, KerasLayer inner, boolean backwards) {
    if (inner.flag("go_backwards") != backwards) {
      throw keras.unsupported(
          "has a %s layer with go_backwards %s"
              .formatted(backwards ? "backward" : "forward", !backwards),
          ONE_LAYER_FOR_BOTH);
    }
  }

  private static boolean sameShape(Recurrent one, Recurrent other) {
    return one.getClass().equals(other.getClass())
        && one.returnSequences() == other.returnSequences()
        && one.weights("", 1).equals(other.weights("", 1));
  }

  private static String pooling(KerasLayer keras) {
    keras.require("data_format", "channels_last");
    keras.require("keepdims", "false");
    return keras.label();
  }

  private Flatten flatten(KerasLayer keras) {
    keras.require("data_format", "channels_last");
    int length =
        steps.orElseThrow(
            () ->
                keras.unsupported(
                    "flattens sequences of unknown length",
                    "Build the model with Input((maxlen,))"));
    return new Flatten(keras.label(), length);
  }
}
