package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.util.Locale;

/** Shows how a training goes. */
public interface TrainingProgress extends AutoCloseable {

  /** A batch is done; parameters as of {@code TrainingListener.onBatch}. */
  void batch(int epoch, long examples, long total, LossAndAccuracy soFar);

  /** An epoch is over. */
  void epoch(EpochResult result);

  @Override
  void close();

  /** What an epoch brought, in one line. */
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
