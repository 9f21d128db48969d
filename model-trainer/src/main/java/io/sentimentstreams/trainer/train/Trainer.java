package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import io.sentimentstreams.trainer.train.batch.Batches;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import io.sentimentstreams.trainer.train.loss.LossSum;
import io.sentimentstreams.trainer.train.loss.LossWeights;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains a network: epochs of shuffled batches, early stopping on the validation loss, the best
 * epoch kept. Cross-entropy, binary or over classes. Not thread-safe; uses one thread a worker
 * while it runs.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final InstantSource clock;
  private final BooleanSupplier stop;
  private final Optional<PretrainedVectors> vectors;

  /**
   * A trainer.
   *
   * @param stop asked after each batch: whether training is to end there
   */
  public Trainer(TrainingSettings settings, InstantSource clock, BooleanSupplier stop) {
    this(settings, clock, stop, Optional.empty());
  }

  private Trainer(
      TrainingSettings settings,
      InstantSource clock,
      BooleanSupplier stop,
      Optional<PretrainedVectors> vectors) {
    this.settings = settings;
    this.clock = clock;
    this.stop = stop;
    this.vectors = vectors;
  }

  /** The same trainer for networks whose word vectors are given instead of drawn. */
  public Trainer withVectors(PretrainedVectors given) {
    return new Trainer(settings, clock, stop, Optional.of(given));
  }

  /**
   * Trains from initial weights that the seed decides, or from a checkpoint on: to the same weights
   * as the training that was cut off would have reached.
   *
   * @param training what is learned from, at least one
   * @param validation what decides which epoch is the best, at least one
   * @param checkpoints where the state after each epoch is kept; empty for nowhere
   * @throws TrainingDivergedException if the loss is no longer a number
   * @throws TrainingStoppedException if it is stopped before the first epoch is over
   * @throws InvalidCheckpointException if it cannot go on from a checkpoint
   */
  public TrainingResult train(
      Network network,
      List<Example> training,
      List<Example> validation,
      TrainingListener listener,
      Optional<Checkpoints> checkpoints) {
    if (training.isEmpty() || validation.isEmpty()) {
      throw new IllegalArgumentException(
          "training needs examples to learn from and to validate with, was %d and %d"
              .formatted(training.size(), validation.size()));
    }
    ParameterLayout layout =
        new ParameterLayout(
            network, vectors.map(PretrainedVectors::tuning).orElse(Tuning.FINE_TUNED));
    Optional<CheckpointLog> log =
        checkpoints.map(
            kept ->
                new CheckpointLog(
                    kept,
                    new CheckpointFormat(layout, settings.optimizer()),
                    TrainingIdentity.of(settings, layout, training, validation)));
    TrainingState state = log.flatMap(CheckpointLog::read).orElseGet(() -> initial(layout));
    if (!state.history().isEmpty()) {
      listener.onResume(state.history());
    }
    try (DataParallelWorkers workers =
        new DataParallelWorkers(
            layout, settings, LossWeights.of(settings.classWeights(), training))) {
      return new Run(layout, workers, training, validation, listener, log, state).execute();
    }
  }

  private TrainingState initial(ParameterLayout layout) {
    TrainingState state = TrainingState.initial(layout, settings);
    vectors.ifPresent(given -> given.writeTo(state.parameters(), layout));
    return state;
  }

  /** Where one training's states are kept. */
  private record CheckpointLog(
      Checkpoints kept, CheckpointFormat format, TrainingIdentity identity) {

    Optional<TrainingState> read() {
      return kept.isResuming() ? Optional.of(kept.read(format, identity)) : Optional.empty();
    }

    void write(TrainingState state) {
      kept.write(format, identity, state);
    }
  }

  /** One training. */
  private final class Run {

    private final ParameterLayout layout;
    private final DataParallelWorkers workers;
    private final List<Example> training;
    private final List<Example> validation;
    private final TrainingListener listener;
    private final Optional<CheckpointLog> log;
    private final TrainingState state;
    private final float[] gradients;
    private final OptimizerStep updater;
    private final RandomStreams streams = new RandomStreams(settings.seed());

    Run(
        ParameterLayout layout,
        DataParallelWorkers workers,
        List<Example> training,
        List<Example> validation,
        TrainingListener listener,
        Optional<CheckpointLog> log,
        TrainingState state) {
      this.layout = layout;
      this.workers = workers;
      this.training = training;
      this.validation = validation;
      this.listener = listener;
      this.log = log;
      this.state = state;
      gradients = new float[layout.size()];
      updater = new OptimizerStep(settings, state.updater());
    }

    TrainingResult execute() {
      Instant start = clock.instant();
      boolean stopped = false;
      while (!stopped && !isOver()) {
        stopped = !epoch(state.history().size() + 1);
      }
      EpochResult best = state.best().orElseThrow(TrainingStoppedException::new);
      return new TrainingResult(
          layout.model(state.bestParameters()),
          best,
          state.history(),
          Duration.between(start, clock.instant()),
          !stopped);
    }

    private boolean isOver() {
      int epochs = state.history().size();
      int best = state.best().map(EpochResult::epoch).orElse(epochs);
      return epochs >= settings.epochs() || epochs - best >= settings.patience();
    }

    /** Returns whether the epoch came to its end. */
    private boolean epoch(int epoch) {
      Instant start = clock.instant();
      LossSum loss = new LossSum();
      workers.beginEpoch(epoch);
      for (List<Example> batch :
          Batches.shuffled(training, settings.batchSize(), streams.order(epoch))) {
        if (stop.getAsBoolean()) {
          return false;
        }
        learn(epoch, batch, loss);
        listener.onBatch(epoch, loss.examples(), training.size(), loss.mean());
      }
      LossAndAccuracy validated =
          workers.evaluate(validation, settings.batchSize(), state.parameters());
      requireFinite(epoch, validated.loss());
      end(
          new EpochResult(
              epoch,
              loss.mean(),
              validated,
              validated.loss() < state.bestLoss(),
              Duration.between(start, clock.instant())));
      return true;
    }

    private void learn(int epoch, List<Example> batch, LossSum loss) {
      double share = learningRateShare(loss.examples());
      workers.gradient(batch, state.parameters(), gradients, loss);
      requireFinite(epoch, loss.mean().loss());
      updater.update(state.parameters(), gradients, share);
    }

    /** By the examples that were learned from before this update. */
    private double learningRateShare(long examples) {
      double epochs = state.history().size() + (double) examples / training.size();
      return settings.schedule().share(epochs / settings.epochs(), state.history());
    }

    private void end(EpochResult result) {
      state.add(result);
      listener.onEpoch(result);
      if (result.improved()) {
        listener.onImprovement(result, layout.model(state.bestParameters()));
      }
      log.ifPresent(kept -> kept.write(state));
    }

    private static void requireFinite(int epoch, double loss) {
      if (!Double.isFinite(loss)) {
        throw new TrainingDivergedException(epoch, loss);
      }
    }
  }
}
