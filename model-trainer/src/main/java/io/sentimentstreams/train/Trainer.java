package io.sentimentstreams.train;

import io.sentimentstreams.network.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trains a network: epochs of shuffled batches, early stopping on the validation loss, the best
 * epoch kept. Binary cross-entropy. Not thread-safe; uses one thread a worker while it runs.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final InstantSource clock;

  public Trainer(TrainingSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Trains from initial weights that the seed decides.
   *
   * @param training what is learned from, at least one
   * @param validation what decides which epoch is the best, at least one
   * @throws TrainingDiverged if the loss is no longer a number
   */
  public TrainingResult train(
      Network network,
      List<Example> training,
      List<Example> validation,
      TrainingListener listener) {
    if (training.isEmpty() || validation.isEmpty()) {
      throw new IllegalArgumentException(
          "training needs examples to learn from and to validate with, was %d and %d"
              .formatted(training.size(), validation.size()));
    }
    ParameterLayout layout = new ParameterLayout(network);
    try (Workers workers =
        new Workers(layout, settings, LossWeights.of(settings.classWeights(), training))) {
      return new Run(layout, workers, training, validation, listener).toTheEnd();
    }
  }

  /** One training. */
  private final class Run {

    private final ParameterLayout layout;
    private final Workers workers;
    private final List<Example> training;
    private final List<Example> validation;
    private final TrainingListener listener;
    private final float[] parameters;
    private final float[] gradients;
    private final Updater updater;
    private final Random random = new Random(settings.seed());
    private final List<EpochResult> history = new ArrayList<>();

    Run(
        ParameterLayout layout,
        Workers workers,
        List<Example> training,
        List<Example> validation,
        TrainingListener listener) {
      this.layout = layout;
      this.workers = workers;
      this.training = training;
      this.validation = validation;
      this.listener = listener;
      parameters = Initializer.draw(layout, settings.seed());
      gradients = new float[layout.size()];
      updater = new Updater(settings, UpdaterState.initial(settings.optimizer(), layout.size()));
    }

    TrainingResult toTheEnd() {
      Instant start = clock.instant();
      float[] bestParameters = parameters.clone();
      EpochResult best = epoch(1, Double.POSITIVE_INFINITY);
      keep(best, bestParameters);
      while (history.size() < settings.epochs()
          && history.size() - best.epoch() < settings.patience()) {
        EpochResult result = epoch(history.size() + 1, best.validation().loss());
        if (result.improved()) {
          best = result;
          keep(best, bestParameters);
        }
      }
      Duration duration = Duration.between(start, clock.instant());
      return new TrainingResult(layout.model(bestParameters), best, history, duration);
    }

    private void keep(EpochResult best, float[] bestParameters) {
      System.arraycopy(parameters, 0, bestParameters, 0, parameters.length);
      listener.onImprovement(best, layout.model(bestParameters));
    }

    private EpochResult epoch(int epoch, double bestLoss) {
      Instant start = clock.instant();
      LossSum loss = new LossSum();
      for (List<Example> batch : Batches.shuffled(training, settings.batchSize(), random)) {
        double share = learningRateShare(loss.examples());
        workers.gradient(batch, parameters, gradients, loss);
        requireFinite(epoch, loss.performance().loss());
        updater.update(parameters, gradients, share);
        listener.onBatch(epoch, loss.examples(), training.size(), loss.performance());
      }
      Performance validated = workers.evaluate(validation, settings.batchSize(), parameters);
      requireFinite(epoch, validated.loss());
      EpochResult result =
          new EpochResult(
              epoch,
              loss.performance(),
              validated,
              validated.loss() < bestLoss,
              Duration.between(start, clock.instant()));
      history.add(result);
      listener.onEpoch(result);
      return result;
    }

    /** By the examples that were learned from before this update. */
    private double learningRateShare(long examples) {
      double epochs = history.size() + (double) examples / training.size();
      return settings.schedule().share(epochs / settings.epochs(), history);
    }

    private static void requireFinite(int epoch, double loss) {
      if (!Double.isFinite(loss)) {
        throw new TrainingDiverged(epoch, loss);
      }
    }
  }
}
