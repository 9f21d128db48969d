package io.sentimentstreams.model.scoring.reference;

/** One layer of the forward pass with the memory for its output. Not thread-safe. */
sealed interface Stage
    permits RecurrentStage, BidirectionalStage, PoolingStage, FlattenStage, DenseStage {

  /** Computes {@link #output()} from the layer's input; a vector is a sequence of one timestep. */
  void run(Sequence input);

  /** Returns the output of the last run; valid until the next one. */
  Sequence output();
}
