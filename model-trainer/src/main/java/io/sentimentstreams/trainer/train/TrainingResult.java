package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import java.time.Duration;
import java.util.List;

/**
 * What a training brought.
 *
 * @param model the weights after the best epoch
 * @param best that epoch
 * @param history all epochs, in order
 * @param duration of the training, from where it began or went on
 * @param finished whether it came to its end, and was not stopped before
 */
public record TrainingResult(
    Model model, EpochResult best, List<EpochResult> history, Duration duration, boolean finished) {

  public TrainingResult {
    history = List.copyOf(history);
  }
}
