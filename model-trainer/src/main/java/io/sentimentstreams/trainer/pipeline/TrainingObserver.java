package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.embedding.Coverage;
import io.sentimentstreams.trainer.provenance.DistillationProvenance;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.time.Duration;

/** Receiver of the events of a training, on the thread that trains unless a method says so. */
public interface TrainingObserver {

  /** Called for each problem that does not stop the training. */
  void onWarning(String warning);

  /**
   * Called after a teacher scored reviews without labels.
   *
   * @param texts number of scored texts, parts of reviews included
   * @param duration of reading and scoring
   */
  void onDistillation(DistillationProvenance provenance, int texts, Duration duration);

  /** Called after soft labels were read from files. */
  void onSoftLabels(SoftLabelProvenance provenance);

  /** Called after pretrained embeddings were read. */
  void onEmbeddings(EmbeddingSettings settings, Coverage coverage);

  /**
   * Called when the network is ready to be trained.
   *
   * @param vocabulary number of words in the vocabulary
   * @param parameters number of parameters of the network
   */
  void onStart(TrainingData data, int vocabulary, long parameters);

  /** Called if the training resumes from a checkpoint after a number of epochs. */
  void onResume(int epochs);

  /**
   * Called after each batch.
   *
   * @param epoch counted from 1
   * @param examples examples of this epoch so far
   * @param total examples of an epoch
   * @param soFar figures of this epoch so far
   */
  void onBatch(int epoch, long examples, long total, LossAndAccuracy soFar);

  /** Called after each epoch. */
  void onEpoch(EpochResult result);

  /** Called on a signal that stops the training, on another thread. */
  void onStop();

  /** Called after the last epoch, before the model is calibrated and measured. */
  void onTrained();
}
