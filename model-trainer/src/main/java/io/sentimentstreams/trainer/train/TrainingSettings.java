package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a training.
 *
 * @param stopping when the training ends
 * @param batchSize examples per update, at least 1
 * @param optimization optimizer, learning rate and gradient clipping
 * @param dropout dropout rates
 * @param objective task, loss and class weights
 * @param seed of initial weights, example order and dropout
 * @param workers threads that share a batch, at least 1; the result depends on their number
 */
public record TrainingSettings(
    EarlyStopping stopping,
    int batchSize,
    OptimizerSettings optimization,
    DropoutRates dropout,
    Objective objective,
    long seed,
    int workers) {

  public TrainingSettings {
    requirePositive("batch size", batchSize);
    requirePositive("number of workers", workers);
  }

  static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Invalid %s: %d. Use a number of at least 1.".formatted(name, value));
    }
  }

  /** Returns the maximum number of epochs. */
  public int epochs() {
    return stopping.epochs();
  }

  /** Returns the number of epochs without improvement after which training stops. */
  public int patience() {
    return stopping.patience();
  }

  /** Returns the optimizer. */
  public Optimizer optimizer() {
    return optimization.optimizer();
  }

  /** Returns the full learning rate. */
  public double learningRate() {
    return optimization.learningRate();
  }

  /** Returns the schedule of the learning rate. */
  public LearningRateSchedule schedule() {
    return optimization.schedule();
  }

  /** Returns the clipping of gradients. */
  public Clipping clipping() {
    return optimization.clipping();
  }

  /** Returns the settings by name, as a bundle records them. */
  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("epochs", Integer.toString(epochs()));
    map.put("patience", Integer.toString(patience()));
    map.put("batchSize", Integer.toString(batchSize));
    map.put("optimizer", optimizer().toString());
    map.put("learningRate", Double.toString(learningRate()));
    map.put("learningRateSchedule", schedule().toString());
    if (clipping() instanceof Clipping.ByNorm clip) {
      map.put("clipNorm", Double.toString(clip.norm()));
    } else if (clipping() instanceof Clipping.ByValue clip) {
      map.put("clipValue", Double.toString(clip.limit()));
    }
    map.put("wordDropout", Double.toString(dropout.word()));
    map.put("embeddingDropout", Double.toString(dropout.embedding()));
    map.put("inputDropout", Double.toString(dropout.input()));
    map.put("recurrentDropout", Double.toString(dropout.recurrent()));
    map.put("dropout", Double.toString(dropout.output()));
    objective.addTo(map);
    map.put("seed", Long.toString(seed));
    map.put("workers", Integer.toString(workers));
    return map;
  }
}
