package io.sentimentstreams.trainer.train.loss;

import io.sentimentstreams.trainer.train.batch.Example;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Loss weights of examples, interpolated by the targets.
 *
 * @param byClass weight per class, above 0
 */
public record LossWeights(List<Float> byClass) {

  public LossWeights {
    byClass = List.copyOf(byClass);
  }

  /** Creates weights of two classes. */
  public LossWeights(float negative, float positive) {
    this(List.of(negative, positive));
  }

  /**
   * Computes the weights for a training.
   *
   * @param training at least one example, all with the same number of targets
   * @throws IllegalArgumentException if a class has no weight, or an unknown class has one
   */
  public static LossWeights of(ClassWeights weights, List<Example> training) {
    int classes = Math.max(2, training.get(0).targets().length);
    if (weights instanceof ClassWeights.Balanced) {
      return new LossWeights(balanced(training, classes));
    }
    if (weights instanceof ClassWeights.Given given) {
      given.requireClasses(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
      return new LossWeights(
          IntStream.range(0, classes)
              .mapToObj(each -> Objects.requireNonNull(given.weights().get(each)).floatValue())
              .toList());
    }
    return new LossWeights(IntStream.range(0, classes).mapToObj(each -> 1f).toList());
  }

  private static List<Float> balanced(List<Example> training, int classes) {
    double[] sums = new double[classes];
    for (Example example : training) {
      float[] targets = example.targets();
      if (targets.length == 1) {
        sums[0] += 1 - targets[0];
        sums[1] += targets[0];
      } else {
        for (int i = 0; i < classes; i++) {
          sums[i] += targets[i];
        }
      }
    }
    return IntStream.range(0, classes)
        .mapToObj(each -> sums[each] == 0 ? 1 : (float) (training.size() / (classes * sums[each])))
        .toList();
  }

  /** Returns the weight of an example of two classes with a target of 0 to 1. */
  float of(float target) {
    return byClass.get(0) + target * (byClass.get(1) - byClass.get(0));
  }

  /**
   * Returns the weight of an example with targets: only P(positive), or one probability per class.
   */
  public float of(float[] targets) {
    if (targets.length == 1) {
      return of(targets[0]);
    }
    float weight = 0;
    for (int i = 0; i < targets.length; i++) {
      weight += targets[i] * byClass.get(i);
    }
    return weight;
  }
}
