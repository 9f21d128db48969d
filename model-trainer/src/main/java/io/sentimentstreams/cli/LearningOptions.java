package io.sentimentstreams.cli;

import io.sentimentstreams.train.DropoutRates;
import io.sentimentstreams.train.LearningRateSchedule;
import io.sentimentstreams.train.TrainingSettings;
import picocli.CommandLine.Option;

/** How the network is trained. */
final class LearningOptions {

  @Option(
      names = "--epochs",
      defaultValue = "20",
      paramLabel = "N",
      description = "The most passes over the training part (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--patience",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "Stop after so many epochs without a better validation loss (default:"
              + " ${DEFAULT-VALUE}).")
  private int patience;

  @Option(
      names = "--batch-size",
      defaultValue = "64",
      paramLabel = "N",
      description = "Reviews between two updates (default: ${DEFAULT-VALUE}).")
  private int batchSize;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      paramLabel = "RATE",
      description = "Adam's learning rate (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--learning-rate-schedule",
      defaultValue = "constant",
      paramLabel = "HOW",
      description =
          "How the learning rate falls over all --epochs: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;

  @Option(
      names = "--clip-norm",
      defaultValue = "1.0",
      paramLabel = "NORM",
      description = "The largest norm of a batch's gradient (default: ${DEFAULT-VALUE}).")
  private double clipNorm;

  @Option(
      names = "--dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description = "Share of the last layer's inputs dropped (default: ${DEFAULT-VALUE}).")
  private double dropout;

  @Option(
      names = "--embedding-dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description =
          "Share of the word vectors' features dropped, the same for a whole review (default:"
              + " ${DEFAULT-VALUE}).")
  private double embeddingDropout;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description =
          "Decides the held-out part, initial weights, order and dropout (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that share a batch (default: one a core).")
  private int workers = Runtime.getRuntime().availableProcessors();

  /**
   * The settings.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  TrainingSettings settings() {
    return new TrainingSettings(
        epochs,
        patience,
        batchSize,
        learningRate,
        schedule,
        clipNorm,
        new DropoutRates(embeddingDropout, dropout),
        seed,
        workers);
  }
}
