package io.sentimentstreams.trainer.train.loss;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much an example of each class counts in the gradient, as {@code class_weight} of Keras does:
 * a batch's gradient is the sum of the weighted ones by the number of its examples. Losses are
 * reported without weights.
 */
public sealed interface ClassWeights {

  /** Every example counts once. */
  record Even() implements ClassWeights {

    @Override
    public String toString() {
      return "uniform";
    }
  }

  /**
   * All classes count the same in total: an example counts {@code examples / (classes * examples of
   * its class)}, as {@code class_weight="balanced"} of scikit-learn.
   */
  record Balanced() implements ClassWeights {

    @Override
    public String toString() {
      return "balanced";
    }
  }

  /**
   * Weights that were given.
   *
   * @param weights by class, counted from 0, each a number of at least 0, one of them above 0; a
   *     class that is not there counts once
   */
  record Given(Map<Integer, Double> weights) implements ClassWeights {

    public Given {
      weights = Map.copyOf(weights);
      for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
        double weight = entry.getValue();
        if (entry.getKey() < 0 || !(weight >= 0 && Double.isFinite(weight))) {
          throw new IllegalArgumentException(
              "a class weight must be a class from 0 and a number of at least 0, was %d:%s"
                  .formatted(entry.getKey(), weight));
        }
      }
      if (weights.values().stream().noneMatch(weight -> weight > 0)) {
        throw new IllegalArgumentException("one class weight at least must be above 0");
      }
    }

    @Override
    public String toString() {
      return new TreeMap<>(weights)
          .entrySet().stream()
              .map(entry -> entry.getKey() + ":" + entry.getValue())
              .collect(Collectors.joining(","));
    }
  }
}
