package io.sentimentstreams.train;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a network is trained.
 *
 * @param epochs the most passes over the training examples, at least 1
 * @param patience after how many epochs without a better validation loss training stops, at least 1
 * @param batchSize examples between two updates, at least 1
 * @param learningRate of Adam, above 0
 * @param schedule how the learning rate falls over the epochs
 * @param clipNorm the largest L2 norm of a batch's gradient; longer ones are scaled down to it,
 *     above 0
 * @param dropout what is dropped
 * @param seed of initial weights, order and dropout
 * @param workers threads that share a batch; the result depends on their number, at least 1
 */
public record TrainingSettings(
    int epochs,
    int patience,
    int batchSize,
    double learningRate,
    LearningRateSchedule schedule,
    double clipNorm,
    DropoutRates dropout,
    long seed,
    int workers) {

  public TrainingSettings {
    atLeastOne("epochs", epochs);
    atLeastOne("patience", patience);
    atLeastOne("batchSize", batchSize);
    positive("learningRate", learningRate);
    positive("clipNorm", clipNorm);
    atLeastOne("workers", workers);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be a number above 0, was " + value);
    }
  }

  /** The settings by name, as a bundle records them. */
  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("epochs", Integer.toString(epochs));
    map.put("patience", Integer.toString(patience));
    map.put("batchSize", Integer.toString(batchSize));
    map.put("optimizer", "adam");
    map.put("learningRate", Double.toString(learningRate));
    map.put("learningRateSchedule", schedule.toString());
    map.put("clipNorm", Double.toString(clipNorm));
    map.put("embeddingDropout", Double.toString(dropout.embedding()));
    map.put("dropout", Double.toString(dropout.output()));
    map.put("seed", Long.toString(seed));
    map.put("workers", Integer.toString(workers));
    return map;
  }
}
