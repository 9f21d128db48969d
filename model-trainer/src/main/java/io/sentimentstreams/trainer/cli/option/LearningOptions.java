package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.train.EarlyStopping;
import io.sentimentstreams.trainer.train.LearningRateSchedule;
import io.sentimentstreams.trainer.train.OptimizerSettings;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settings of the trainer. */
public final class LearningOptions {

  @Option(
      names = "--epochs",
      defaultValue = "20",
      paramLabel = "N",
      description = "Maximum number of epochs (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--patience",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "Stop after N epochs without a lower validation loss (default: ${DEFAULT-VALUE}).")
  private int patience;

  @Option(
      names = "--batch-size",
      defaultValue = "64",
      paramLabel = "N",
      description = "Reviews per update (default: ${DEFAULT-VALUE}).")
  private int batchSize;

  @Option(
      names = "--optimizer",
      defaultValue = "adam",
      paramLabel = "NAME",
      description =
          "Optimizer, with the constants of Keras: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private Optimizer optimizer = Optimizer.ADAM;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      paramLabel = "RATE",
      description = "Learning rate (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--learning-rate-schedule",
      defaultValue = "constant",
      paramLabel = "SCHEDULE",
      description =
          "Learning rate schedule: ${COMPLETION-CANDIDATES}. linear and cosine reach 0 after"
              + " --epochs, plateau halves the rate after each epoch without a lower validation"
              + " loss (default: ${DEFAULT-VALUE}).")
  private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;

  @Option(
      names = "--clip-norm",
      paramLabel = "NORM|none",
      description =
          "Maximum norm of a gradient; none does not clip (default: 1.0, none with --clip-value).")
  private Optional<String> clipNorm = Optional.empty();

  @Option(
      names = "--clip-value",
      paramLabel = "LIMIT",
      description = "Clip each element of a gradient to -LIMIT to LIMIT instead.")
  private Optional<Double> clipValue = Optional.empty();

  @Option(
      names = "--dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description =
          "Share of the inputs of the output layer that are dropped (default: ${DEFAULT-VALUE}).")
  private double dropout;

  @Option(
      names = "--word-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of the distinct words of a review that are dropped everywhere in it (default:"
              + " ${DEFAULT-VALUE}).")
  private double wordDropout;

  @Option(
      names = "--embedding-dropout",
      defaultValue = "0.3",
      paramLabel = "RATE",
      description =
          "Share of the features of the embedding that are dropped, the same at all timesteps"
              + " (default: ${DEFAULT-VALUE}).")
  private double embeddingDropout;

  @Option(
      names = "--input-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of the inputs of a recurrent layer that are dropped, the same at all timesteps;"
              + " dropout in Keras (default: ${DEFAULT-VALUE}).")
  private double inputDropout;

  @Option(
      names = "--recurrent-dropout",
      defaultValue = "0.0",
      paramLabel = "RATE",
      description =
          "Share of the hidden state that is dropped before the next timestep, the same at all"
              + " timesteps; recurrent_dropout in Keras (default: ${DEFAULT-VALUE}).")
  private double recurrentDropout;

  @Option(
      names = "--class-weights",
      defaultValue = "uniform",
      paramLabel = "WEIGHTS",
      description =
          "Weight of a review by its class: uniform, balanced (all classes weigh the same in total),"
              + " or weights such as 0:1.0,1:2.0 (default: ${DEFAULT-VALUE}).")
  private String classWeights = "uniform";

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Number of threads that share a batch (default: one per core).")
  private int workers = Runtime.getRuntime().availableProcessors();

  /**
   * Returns the settings.
   *
   * @param task kind of the labels; empty for the one that follows from their number
   * @throws IllegalArgumentException if a value is out of range
   */
  public TrainingSettings settings(Optional<Task> task) {
    return new TrainingSettings(
        new EarlyStopping(epochs, patience),
        batchSize,
        new OptimizerSettings(optimizer, learningRate, schedule, clipping()),
        new DropoutRates(wordDropout, embeddingDropout, inputDropout, recurrentDropout, dropout),
        new Objective(task, classWeights()),
        seed.value(),
        workers);
  }

  private Clipping clipping() {
    Optional<String> norm = clipNorm.filter(typed -> !typed.equals("none"));
    if (clipValue.isPresent()) {
      if (norm.isPresent()) {
        throw new IllegalArgumentException(
            "--clip-norm and --clip-value exclude each other. Remove one of them.");
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
      case "uniform" -> new ClassWeights.Uniform();
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
