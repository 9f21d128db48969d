package io.sentimentstreams.trainer.train;

/** A training was stopped before there was anything to keep. */
public final class TrainingStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrainingStoppedException() {
    super("the training was stopped before its first epoch was over; there is nothing to keep");
  }
}
