package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.train.LearningRateSchedule;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the network is trained. */
public final class LearningOptions {

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
      names = "--optimizer",
      defaultValue = "adam",
      paramLabel = "NAME",
      description =
          "What makes an update of a gradient, with Keras' constants: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private Optimizer optimizer = Optimizer.ADAM;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      paramLabel = "RATE",
      description = "The optimizer's learning rate (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--learning-rate-schedule",
      defaultValue = "constant",
      paramLabel = "HOW",
      description =
          "How the learning rate falls: linear and cosine reach 0 at the end of all --epochs,"
              + " plateau halves it after each epoch without a better validation loss:"
              + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;

  @Option(
      names = "--clip-norm",
      paramLabel = "NORM|none",
      description =
          "The largest norm of a batch's gradient; none leaves gradients as they are (default: 1.0,"
              + " none with --clip-value).")
  private Optional<String> clipNorm = Optional.empty();

  @Option(
      names = "--clip-value",
      paramLabel = "LIMIT",
      description = "Hold each element of a gradient within LIMIT on both sides of 0 instead.")
  private Optional<Double> clipValue = Optional.empty();

  @Option(
      names = "--dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description = "Share of the last layer's inputs dropped (default: ${DEFAULT-VALUE}).")
  private double dropout;

  @Option(
      names = "--word-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of a review's different words dropped, each at all of its places (default:"
              + " ${DEFAULT-VALUE}).")
  private double wordDropout;

  @Option(
      names = "--embedding-dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description =
          "Share of the word vectors' features dropped, the same for a whole review (default:"
              + " ${DEFAULT-VALUE}).")
  private double embeddingDropout;

  @Option(
      names = "--input-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of the features that each recurrent layer reads dropped, the same for a whole"
              + " review; dropout of Keras' recurrent layers (default: ${DEFAULT-VALUE}).")
  private double inputDropout;

  @Option(
      names = "--recurrent-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of the hidden state dropped on its way to the next timestep's gates, the same for"
              + " a whole review; recurrent_dropout of Keras (default: ${DEFAULT-VALUE}).")
  private double recurrentDropout;

  @Option(
      names = "--class-weights",
      defaultValue = "uniform",
      paramLabel = "HOW",
      description =
          "How much a review of each class counts in training: uniform, balanced (all classes the same"
              + " in total), or weights by class such as 0:1.0,1:2.0 (default: ${DEFAULT-VALUE}).")
  private String classWeights = "uniform";

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
  public TrainingSettings settings() {
    return new TrainingSettings(
        epochs,
        patience,
        batchSize,
        optimizer,
        learningRate,
        schedule,
        clipping(),
        new DropoutRates(wordDropout, embeddingDropout, inputDropout, recurrentDropout, dropout),
        classWeights(),
        seed,
        workers);
  }

  private Clipping clipping() {
    Optional<String> norm = clipNorm.filter(typed -> !typed.equals("none"));
    if (clipValue.isPresent()) {
      if (norm.isPresent()) {
        throw new IllegalArgumentException("gradients are clipped by norm or by value, not both");
      }
      return new Clipping.ByValue(clipValue.get());
    }
    if (clipNorm.isPresent() && norm.isEmpty()) {
      return new Clipping.None();
    }
    return new Clipping.ByNorm(norm.map(LearningOptions::norm).orElse(1.0));
  }

  private static double norm(String typed) {
    try {
      return Double.parseDouble(typed);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--clip-norm must be a number or none, was " + typed, e);
    }
  }

  private ClassWeights classWeights() {
    return switch (classWeights) {
      case "uniform" -> new ClassWeights.Even();
      case "balanced" -> new ClassWeights.Balanced();
      default -> new ClassWeights.Given(weightsByClass());
    };
  }

  private Map<Integer, Double> weightsByClass() {
    Map<Integer, Double> weights = new HashMap<>();
    for (String pair : classWeights.split(",", -1)) {
      String[] parts = pair.split(":", -1);
      try {
        if (parts.length != 2
            || weights.put(Integer.valueOf(parts[0]), Double.valueOf(parts[1])) != null) {
          throw new NumberFormatException("not one weight for one class");
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "--class-weights must be uniform, balanced or weights such as 0:1.0,1:2.0, was "
                + classWeights,
            e);
      }
    }
    return weights;
  }
}
