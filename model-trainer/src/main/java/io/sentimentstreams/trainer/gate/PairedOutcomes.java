package io.sentimentstreams.trainer.gate;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Outcomes of two models on the same cases, with the exact test of McNemar (1947): of the cases on
 * which the models differ, each model is right on half of them if the models are equally good.
 *
 * @param group name of the cases, such as a domain or a capability
 * @param cases number of cases
 * @param previous number of cases on which the previous model is right
 * @param lost number of those on which the new model is wrong
 * @param gained number of cases on which only the new model is right
 */
public record PairedOutcomes(String group, int cases, int previous, int lost, int gained) {

  public PairedOutcomes {
    if (lost < 0 || gained < 0 || lost > previous || previous + gained > cases) {
      throw new IllegalArgumentException(
          "Invalid counts of paired outcomes: %d cases, %d right before, %d lost, %d gained."
                  .formatted(cases, previous, lost, gained)
              + " A part is at most the whole.");
    }
  }

  /**
   * Counts the outcomes of two models.
   *
   * @param previous whether the previous model is right, by case
   * @param current whether the new model is right, in the same order
   */
  public static PairedOutcomes of(String group, List<Boolean> previous, List<Boolean> current) {
    if (previous.size() != current.size()) {
      throw new IllegalArgumentException(
          "Different numbers of cases: %d and %d. Use the same cases."
              .formatted(previous.size(), current.size()));
    }
    int right = 0;
    int lost = 0;
    int gained = 0;
    for (int i = 0; i < previous.size(); i++) {
      right += previous.get(i) ? 1 : 0;
      lost += previous.get(i) && !current.get(i) ? 1 : 0;
      gained += !previous.get(i) && current.get(i) ? 1 : 0;
    }
    return new PairedOutcomes(group, previous.size(), right, lost, gained);
  }

  /** Returns the number of cases on which the new model is right. */
  public int current() {
    return previous - lost + gained;
  }

  /** Returns the two-sided exact p-value, 0 to 1; 1 if the models never differ. */
  public double pValue() {
    int differences = lost + gained;
    if (differences == 0) {
      return 1;
    }
    // Without a random generator, which only sampling needs.
    BinomialDistribution equal = new BinomialDistribution(null, differences, 0.5);
    return Math.min(1, 2 * equal.cumulativeProbability(Math.min(lost, gained)));
  }
}
