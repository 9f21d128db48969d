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
 * Trainer of networks: shuffled batches, the loss of the task, early stopping on the validation
 * loss, and selection of the best epoch. Not thread-safe: one per training. Uses one thread per
 * worker during training.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final InstantSource clock;
  private final BooleanSupplier stop;
  private final Optional<PretrainedVectors> vectors;

  /**
   * Creates a trainer.
   *
   * @param stop polled before each batch; true stops the training
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

  /** Returns a trainer with pretrained word vectors. */
  public Trainer withVectors(PretrainedVectors pretrained) {
    return new Trainer(settings, clock, stop, Optional.of(pretrained));
  }

  /**
   * Trains from random initial weights, or resumes from a checkpoint. A resumed training produces
   * the same weights as an uninterrupted one.
   *
   * @param training training examples, at least one
   * @param validation validation examples, at least one
   * @param checkpoints checkpoints of the state after each epoch; empty to disable them
   * @throws TrainingDivergedException if the loss is not finite
   * @throws TrainingStoppedException if training is stopped before the end of the first epoch
   * @throws InvalidCheckpointException if training cannot resume from the checkpoint
   */
  public TrainingResult train(
      Network network,
      List<Example> training,
      List<Example> validation,
      TrainingListener listener,
      Optional<Checkpoints> checkpoints) {
    if (training.isEmpty() || validation.isEmpty()) {
      throw new IllegalArgumentException(
          "Too few examples: %d for training, %d for validation. Provide at least one of each."
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
            layout, settings, LossWeights.of(settings.objective().classWeights(), training))) {
      return new Run(layout, workers, training, validation, listener, log, state).execute();
    }
  }

  private TrainingState initial(ParameterLayout layout) {
    TrainingState state = TrainingState.initial(layout, settings);
    vectors.ifPresent(pretrained -> pretrained.writeTo(state.parameters(), layout));
    return state;
  }

  /** Checkpoints of one training. */
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

    /** Returns whether the epoch was completed. */
    private boolean epoch(int epoch) {
      Instant start = clock.instant();
      LossSum loss = new LossSum(settings.objective().loss());
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

    /** Returns the factor of the learning rate after a number of examples of this epoch. */
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
