package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.packaging.PackagedBundle;
import io.sentimentstreams.trainer.train.EpochResult;
import java.time.Duration;
import java.util.List;

/**
 * The outcome of a training.
 *
 * @param finished whether the training was not stopped by a signal
 * @param best the epoch whose weights the bundle contains
 * @param history all epochs, in order
 * @param duration of the training since it started or resumed
 * @param bundle the bundle
 */
public record TrainingOutcome(
    boolean finished,
    EpochResult best,
    List<EpochResult> history,
    Duration duration,
    PackagedBundle bundle) {

  public TrainingOutcome {
    history = List.copyOf(history);
  }
}
