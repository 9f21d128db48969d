package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import java.time.Duration;
import java.util.List;

/**
 * Result of a training.
 *
 * @param model model after the best epoch
 * @param best best epoch
 * @param history all epochs in order
 * @param duration duration of the training since it started or resumed
 * @param finished whether the training was not stopped early by the caller
 */
public record TrainingResult(
    Model model, EpochResult best, List<EpochResult> history, Duration duration, boolean finished) {

  public TrainingResult {
    history = List.copyOf(history);
  }
}
