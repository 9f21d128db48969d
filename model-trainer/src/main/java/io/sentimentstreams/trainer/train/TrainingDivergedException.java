package io.sentimentstreams.trainer.train;

/** The loss is not finite. */
public final class TrainingDivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrainingDivergedException(int epoch, double loss) {
    super(
        "Training diverged in epoch %d: loss %s. Use a smaller learning rate or clip norm."
            .formatted(epoch, loss));
  }
}
