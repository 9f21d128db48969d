package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Packing;
import io.sentimentstreams.trainer.train.batch.Timestep;

/** The gates of a recurrence, one timestep of all sequences at a time. Not thread-safe. */
public sealed interface TrainableCell
    permits TrainableSimpleRnnCell,
        TrainableLstmCell,
        TrainableGruCell,
        TrainableResetBeforeGruCell {

  /** Takes the weights as they are now and makes room for a batch. */
  void begin(Packing packing, RecurrentMemory memory, float[] parameters);

  /** Computes hidden states from the inputs' sums and the hidden states before. */
  void forward(RecurrentMemory memory, Timestep step);

  /**
   * Computes the gradients by the inputs' sums from those by the hidden states, and adds to the
   * hidden states before what is theirs.
   */
  void backward(RecurrentMemory memory, Timestep step);

  /** Adds the gradients of the recurrent weights, all timesteps being done. */
  void finish(Packing packing, RecurrentMemory memory, float[] gradients);
}
