package io.sentimentstreams.trainer.train;

/**
 * Conditions that end a training.
 *
 * @param epochs maximum number of passes over the training examples, at least 1
 * @param patience number of epochs without a smaller validation loss after which training stops, at
 *     least 1
 */
public record EarlyStopping(int epochs, int patience) {

  public EarlyStopping {
    TrainingSettings.requirePositive("number of epochs", epochs);
    TrainingSettings.requirePositive("patience", patience);
  }
}
