package io.sentimentstreams.trainer.train;

/** A training was stopped before the end of its first epoch. */
public final class TrainingStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrainingStoppedException() {
    super(
        "Training stopped before the end of the first epoch: no model was saved. Start the training again.");
  }
}
