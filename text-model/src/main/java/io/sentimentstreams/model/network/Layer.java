package io.sentimentstreams.model.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Layer of a network: its name, its output width and its weights.
 *
 * <p>Shapes and the order of gates are those of Keras, so weights can be exchanged unchanged:
 * {@code x · kernel + h · recurrent_kernel + bias}, with the gates side by side in the last axis.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Embedding.class, name = "Embedding"),
  @JsonSubTypes.Type(value = SimpleRnn.class, name = "SimpleRNN"),
  @JsonSubTypes.Type(value = Lstm.class, name = "LSTM"),
  @JsonSubTypes.Type(value = Gru.class, name = "GRU"),
  @JsonSubTypes.Type(value = Bidirectional.class, name = "Bidirectional"),
  @JsonSubTypes.Type(value = Backwards.class, name = "Backwards"),
  @JsonSubTypes.Type(value = GlobalMaxPooling.class, name = "GlobalMaxPooling1D"),
  @JsonSubTypes.Type(value = GlobalAveragePooling.class, name = "GlobalAveragePooling1D"),
  @JsonSubTypes.Type(value = Flatten.class, name = "Flatten"),
  @JsonSubTypes.Type(value = Dense.class, name = "Dense"),
})
public sealed interface Layer
    permits Embedding,
        Recurrent,
        Bidirectional,
        Backwards,
        GlobalMaxPooling,
        GlobalAveragePooling,
        Flatten,
        Dense {

  /** Returns the layer name, unique in its network, which is the prefix of its weights' names. */
  String name();

  /**
   * Returns the width of the output's last axis.
   *
   * @param inputSize width of the input's last axis
   */
  int outputSize(int inputSize);

  /**
   * Returns the weights that this layer needs, in Keras' order.
   *
   * @param inputSize width of the input's last axis
   */
  List<WeightSpec> weights(int inputSize);
}
