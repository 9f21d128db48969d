package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;

/** The gates of a recurrence, one timestep of all sequences at a time. Not thread-safe. */
public sealed interface TrainableCell
    permits TrainableSimpleRnnCell,
        TrainableLstmCell,
        TrainableGruCell,
        TrainableResetBeforeGruCell {

  /** Takes the weights as they are now and makes room for a batch. */
  void begin(PackedSequences packing, RecurrentCache memory, float[] parameters);

  /** Computes hidden states from the inputs' sums and the hidden states before. */
  void forward(RecurrentCache memory, Timestep step);

  /**
   * Computes the gradients by the inputs' sums from those by the hidden states, and adds to the
   * hidden states before what is theirs.
   */
  void backward(RecurrentCache memory, Timestep step);

  /** Adds the gradients of the recurrent weights, all timesteps being done. */
  void finish(PackedSequences packing, RecurrentCache memory, float[] gradients);
}
