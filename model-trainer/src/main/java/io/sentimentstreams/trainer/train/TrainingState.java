package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.optimizer.OptimizerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** State of a training between epochs. Not thread-safe. */
final class TrainingState {

  private final float[] parameters;
  private final float[] bestParameters;
  private final OptimizerState updater;
  private final List<EpochResult> history;

  /**
   * Creates a state.
   *
   * @param parameters current parameters
   * @param bestParameters parameters after the best epoch
   * @param updater optimizer state
   * @param history completed epochs in order
   */
  TrainingState(
      float[] parameters,
      float[] bestParameters,
      OptimizerState updater,
      List<EpochResult> history) {
    this.parameters = parameters;
    this.bestParameters = bestParameters;
    this.updater = updater;
    this.history = new ArrayList<>(history);
  }

  /** Returns the state before the first epoch. */
  static TrainingState initial(ParameterLayout layout, TrainingSettings settings) {
    float[] parameters = Initializer.initialize(layout, settings.seed());
    OptimizerState updater = OptimizerState.initial(settings.optimizer(), layout.size());
    return new TrainingState(parameters, parameters.clone(), updater, List.of());
  }

  /** Adds a completed epoch. */
  void add(EpochResult result) {
    history.add(result);
    if (result.improved()) {
      System.arraycopy(parameters, 0, bestParameters, 0, parameters.length);
    }
  }

  /** Returns the epoch with the smallest validation loss. */
  Optional<EpochResult> best() {
    return history.stream().filter(EpochResult::improved).reduce((before, after) -> after);
  }

  /** Returns the smallest validation loss; infinity before the first epoch. */
  double bestLoss() {
    return best().map(best -> best.validation().loss()).orElse(Double.POSITIVE_INFINITY);
  }

  float[] parameters() {
    return parameters;
  }

  float[] bestParameters() {
    return bestParameters;
  }

  OptimizerState updater() {
    return updater;
  }

  List<EpochResult> history() {
    return Collections.unmodifiableList(history);
  }
}
