package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.util.Locale;

/** Display of the progress of a training. Not thread-safe: one per training. */
interface ProgressDisplay {

  /**
   * Shows progress within an epoch.
   *
   * @param epoch counted from 1
   * @param examples examples of this epoch so far
   * @param total examples of an epoch
   * @param soFar figures of this epoch so far
   */
  void batch(int epoch, long examples, long total, LossAndAccuracy soFar);

  /** Shows the figures of an epoch. */
  void epoch(EpochResult result);

  /** Removes or completes what is on the terminal. Can be called more than once. */
  void finish();

  /** Returns the figures of an epoch in one line. */
  static String line(EpochResult result) {
    return String.format(
        Locale.ROOT,
        "epoch %d: loss %.4f, accuracy %.4f; validation loss %.4f, accuracy %.4f; %s%s",
        result.epoch(),
        result.training().loss(),
        result.training().accuracy(),
        result.validation().loss(),
        result.validation().accuracy(),
        DurationFormat.of(result.duration()),
        result.improved() ? "; best so far" : "");
  }
}
