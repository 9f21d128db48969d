package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network is trained.
 *
 * @param epochs the most passes over the training examples, at least 1
 * @param patience after how many epochs without a better validation loss training stops, at least 1
 * @param batchSize examples between two updates, at least 1
 * @param optimizer what makes an update of a gradient
 * @param learningRate of the optimizer, above 0
 * @param schedule how the learning rate falls
 * @param clipping what is done about large gradients
 * @param dropout what is dropped
 * @param classWeights how much an example of each class counts
 * @param seed of initial weights, order and dropout
 * @param workers threads that share a batch; the result depends on their number, at least 1
 */
public record TrainingSettings(
    int epochs,
    int patience,
    int batchSize,
    Optimizer optimizer,
    double learningRate,
    LearningRateSchedule schedule,
    Clipping clipping,
    DropoutRates dropout,
    ClassWeights classWeights,
    long seed,
    int workers) {

  public TrainingSettings {
    atLeastOne("epochs", epochs);
    atLeastOne("patience", patience);
    atLeastOne("batchSize", batchSize);
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException(
          "learningRate must be a number above 0, was " + learningRate);
    }
    atLeastOne("workers", workers);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }

  /** The settings by name, as a bundle records them. */
  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("epochs", Integer.toString(epochs));
    map.put("patience", Integer.toString(patience));
    map.put("batchSize", Integer.toString(batchSize));
    map.put("optimizer", optimizer.toString());
    map.put("learningRate", Double.toString(learningRate));
    map.put("learningRateSchedule", schedule.toString());
    if (clipping instanceof Clipping.ByNorm clip) {
      map.put("clipNorm", Double.toString(clip.norm()));
    } else if (clipping instanceof Clipping.ByValue clip) {
      map.put("clipValue", Double.toString(clip.limit()));
    }
    map.put("wordDropout", Double.toString(dropout.word()));
    map.put("embeddingDropout", Double.toString(dropout.embedding()));
    map.put("inputDropout", Double.toString(dropout.input()));
    map.put("recurrentDropout", Double.toString(dropout.recurrent()));
    map.put("dropout", Double.toString(dropout.output()));
    map.put("classWeights", classWeights.toString());
    map.put("seed", Long.toString(seed));
    map.put("workers", Integer.toString(workers));
    return map;
  }
}
