package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;

/** Recurrent cell, which processes one timestep of all sequences at a time. Not thread-safe. */
public sealed interface TrainableCell
    permits TrainableSimpleRnnCell,
        TrainableLstmCell,
        TrainableGruCell,
        TrainableResetBeforeGruCell {

  /** Loads the current weights and prepares for a batch. */
  void begin(PackedSequences packing, RecurrentCache cache, float[] parameters);

  /** Computes hidden states from the gate inputs and the previous hidden states. */
  void forward(RecurrentCache cache, Timestep step);

  /**
   * Computes the gradients by the gate inputs from those by the hidden states, and adds the
   * gradients by the previous hidden states.
   */
  void backward(RecurrentCache cache, Timestep step);

  /** Adds the gradients of the recurrent weights after all timesteps. */
  void finish(PackedSequences packing, RecurrentCache cache, float[] gradients);
}
