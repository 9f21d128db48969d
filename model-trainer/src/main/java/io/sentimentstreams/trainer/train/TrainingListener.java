package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.util.List;

/** Hears how training goes, on the thread that trains. */
public interface TrainingListener {

  /**
   * The training goes on from a checkpoint.
   *
   * @param history the epochs before, at least one
   */
  void onResume(List<EpochResult> history);

  /**
   * A batch is done.
   *
   * @param epoch counted from 1
   * @param examples of this epoch that are done
   * @param total examples of an epoch
   * @param soFar over this epoch's examples
   */
  void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar);

  /** An epoch is over. */
  void onEpoch(EpochResult result);

  /**
   * An epoch was the best one so far; a good moment to write the model down.
   *
   * @param model a copy of the weights
   */
  void onImprovement(EpochResult result, Model model);
}
