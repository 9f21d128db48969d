package io.sentimentstreams.trainer.train;

/** The loss is no longer a number. */
public final class TrainingDivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrainingDivergedException(int epoch, double loss) {
    super(
        "training diverged in epoch %d: the loss was %s; use a smaller learning rate or clip norm"
            .formatted(epoch, loss));
  }
}
