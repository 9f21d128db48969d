package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * A layer with its gradient, for one worker: it keeps what the forward pass computed until the
 * backward pass has used it. Not thread-safe.
 */
public sealed interface TrainableLayer
    permits TrainableBidirectional,
        TrainableDense,
        TrainableFlatten,
        TrainablePooling,
        TrainableRecurrence,
        Dropout {

  /**
   * Runs forward.
   *
   * @param packing the batch's geometry
   * @param input valid until the backward pass is over
   * @param parameters all weights of the network
   * @return the output, valid until the next forward pass
   */
  Activations forward(PackedSequences packing, Activations input, float[] parameters);

  /**
   * Runs backward over the last forward pass.
   *
   * @param outputGradient of the loss, by the output's elements
   * @param parameters as in the forward pass
   * @param gradients of the loss, by the weights: this layer's are added to it
   * @return the gradient by the input's elements, valid until the next backward pass
   */
  Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients);
}
