package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.util.List;

/** Listener of a training's progress, called on the training thread. */
public interface TrainingListener {

  /**
   * Called when a training resumes from a checkpoint.
   *
   * @param history completed epochs, at least one
   */
  void onResume(List<EpochResult> history);

  /**
   * Called after a batch.
   *
   * @param epoch epoch number from 1
   * @param examples number of processed examples of this epoch
   * @param total number of examples of an epoch
   * @param soFar metrics of the processed examples
   */
  void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar);

  /** Called after an epoch. */
  void onEpoch(EpochResult result);

  /**
   * Called after an epoch with the smallest validation loss so far.
   *
   * @param model copy of the model
   */
  void onImprovement(EpochResult result, Model model);
}
