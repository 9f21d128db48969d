package io.sentimentstreams.trainer.keras;

import java.util.Map;

/** Remedies for layers of Keras without an equivalent. */
final class KerasRemedies {

  private static final String WITHOUT_CUDNN =
      "Build the model with %s, which uses cuDNN as well, and load the weights into it";

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("Masking", "Mask zeros with mask_zero=True of the Embedding"),
          Map.entry("Lambda", "Use layers instead of Python code, which is never executed"),
          Map.entry("CuDNNLSTM", WITHOUT_CUDNN.formatted("LSTM")),
          Map.entry("CuDNNGRU", WITHOUT_CUDNN.formatted("GRU(reset_after=True)")),
          Map.entry("LeakyReLU", "Train with Activation('elu'), or export the model from Keras"),
          Map.entry("PReLU", "Train with Activation('relu'), or export the model from Keras"),
          Map.entry("ThresholdedReLU", "Train with ReLU(), or export the model from Keras"),
          Map.entry("TimeDistributed", "Use Dense after the sequence is reduced to a vector"),
          Map.entry("RNN", "Use SimpleRNN, LSTM or GRU instead of RNN with a cell"),
          Map.entry("Sequential", "Add the layers of the inner model to the outer one"),
          Map.entry("Functional", "Add the layers of the inner model to the outer one"),
          Map.entry("Model", "Add the layers of the inner model to the outer one"),
          Map.entry("LayerNormalization", "Use BatchNormalization after Dense or pooling"));

  private KerasRemedies() {}

  /** Returns the remedy for a class. */
  static String of(String kind) {
    return REMEDIES.getOrDefault(kind, KerasNetwork.SUPPORTED);
  }
}
