package io.sentimentstreams.train;

import java.util.List;
import java.util.Map;

/**
 * What an example counts in the gradient; between the classes where its target is.
 *
 * @param negative what one of class 0 counts, at least 0
 * @param positive what one of class 1 counts, at least 0
 */
record LossWeights(float negative, float positive) {

  /**
   * The weights for a training.
   *
   * @throws IllegalArgumentException if a weight is given for a class that there is not
   */
  static LossWeights of(ClassWeights weights, List<Example> training) {
    if (weights instanceof ClassWeights.Balanced) {
      double positive = training.stream().mapToDouble(Example::target).sum();
      return new LossWeights(
          balanced(training.size() - positive, training.size()),
          balanced(positive, training.size()));
    }
    if (weights instanceof ClassWeights.Given given) {
      Map<Integer, Double> byClass = given.weights();
      byClass.keySet().stream()
          .filter(number -> number > 1)
          .findFirst()
          .ifPresent(
              number -> {
                throw new IllegalArgumentException(
                    "there is a weight for class %d, but the classes are 0 and 1"
                        .formatted(number));
              });
      return new LossWeights(
          byClass.getOrDefault(0, 1.0).floatValue(), byClass.getOrDefault(1, 1.0).floatValue());
    }
    return new LossWeights(1, 1);
  }

  private static float balanced(double ofClass, int all) {
    return ofClass == 0 ? 1 : (float) (all / (2 * ofClass));
  }

  /** What an example with a target of 0 to 1 counts. */
  float of(float target) {
    return negative + target * (positive - negative);
  }
}
