package io.sentimentstreams.model.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One layer of a network: what it is called, how wide its output is, and which weights it needs.
 *
 * <p>Shapes and the order of gates are those of Keras, so that weights travel between the two as
 * they are: {@code x · kernel + h · recurrent_kernel + bias}, with the gates side by side in the
 * last axis.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Embedding.class, name = "Embedding"),
  @JsonSubTypes.Type(value = SimpleRnn.class, name = "SimpleRNN"),
  @JsonSubTypes.Type(value = Lstm.class, name = "LSTM"),
  @JsonSubTypes.Type(value = Gru.class, name = "GRU"),
  @JsonSubTypes.Type(value = Bidirectional.class, name = "Bidirectional"),
  @JsonSubTypes.Type(value = GlobalMaxPooling.class, name = "GlobalMaxPooling1D"),
  @JsonSubTypes.Type(value = GlobalAveragePooling.class, name = "GlobalAveragePooling1D"),
  @JsonSubTypes.Type(value = Flatten.class, name = "Flatten"),
  @JsonSubTypes.Type(value = Dense.class, name = "Dense"),
})
public sealed interface Layer
    permits Embedding,
        Recurrent,
        Bidirectional,
        GlobalMaxPooling,
        GlobalAveragePooling,
        Flatten,
        Dense {

  /** The layer's name, unique in its network; the prefix of its weights' names. */
  String name();

  /**
   * The width of the output's last axis.
   *
   * @param inputSize the width of the input's last axis
   */
  int outputSize(int inputSize);

  /**
   * The weights that this layer needs, in Keras' order.
   *
   * @param inputSize the width of the input's last axis
   */
  List<WeightSpec> weights(int inputSize);
}
