package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * Layer with a forward and a backward pass. It stores values of the forward pass for the backward
 * pass. Not thread-safe: one per worker.
 */
public sealed interface TrainableLayer
    permits TrainableBidirectional,
        TrainableDense,
        TrainableFlatten,
        TrainablePooling,
        TrainableRecurrence,
        Dropout {

  /**
   * Computes the output.
   *
   * @param packing layout of the batch
   * @param input valid until the end of the backward pass
   * @param parameters all weights of the network
   * @return the output, valid until the next forward pass
   */
  Activations forward(PackedSequences packing, Activations input, float[] parameters);

  /**
   * Computes the gradients of the last forward pass.
   *
   * @param outputGradient gradient of the loss by the output
   * @param parameters as in the forward pass
   * @param gradients receives the sum of this layer's gradients by the weights
   * @return gradient of the loss by the input, valid until the next backward pass
   */
  Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients);
}
