package io.sentimentstreams.trainer.train.loss;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Weight of an example of each class in the gradient, as {@code class_weight} of Keras. The
 * gradient of a batch is the weighted sum divided by the number of examples. Reported losses are
 * unweighted.
 */
public sealed interface ClassWeights {

  /** Weight 1 for all classes. */
  record Uniform() implements ClassWeights {

    @Override
    public String toString() {
      return "uniform";
    }
  }

  /**
   * Equal total weight of all classes: the weight is {@code examples / (classes * examples of the
   * class)}, as {@code class_weight="balanced"} of scikit-learn.
   */
  record Balanced() implements ClassWeights {

    @Override
    public String toString() {
      return "balanced";
    }
  }

  /**
   * Explicit weights.
   *
   * @param weights weights by class number from 0, each above 0
   */
  record Given(Map<Integer, Double> weights) implements ClassWeights {

    private static final int MAX_LISTED = 10;

    public Given {
      weights = Map.copyOf(weights);
      for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
        double weight = entry.getValue();
        if (entry.getKey() < 0 || !(weight > 0 && Double.isFinite(weight))) {
          throw new IllegalArgumentException(
              "Invalid class weight: %d:%s. Use a class from 0 and a weight above 0."
                  .formatted(entry.getKey(), weight));
        }
      }
    }

    /**
     * Checks that each class has a weight, and no other class has one.
     *
     * @param labels names of the classes, by number
     * @throws IllegalArgumentException otherwise
     */
    public void requireClasses(List<String> labels) {
      boolean complete =
          IntStream.range(0, labels.size()).allMatch(weights::containsKey)
              && weights.size() == labels.size();
      if (!complete) {
        throw new IllegalArgumentException(
            "Invalid --class-weights: %s. Give one weight to each of the %d classes: %s."
                .formatted(
                    this,
                    labels.size(),
                    IntStream.range(0, Math.min(MAX_LISTED, labels.size()))
                            .mapToObj(i -> "%d (%s)".formatted(i, labels.get(i)))
                            .collect(Collectors.joining(", "))
                        + (labels.size() > MAX_LISTED ? ", ..." : "")));
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
