package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Risk-coverage curve: the share of wrong answers if only the texts with the highest confidence are
 * answered (El-Yaniv and Wiener, 2010; Geifman and El-Yaniv, 2017).
 *
 * <p>The confidence is the probability of the most probable label; of two labels, the distance of
 * the score from the threshold. Texts that the model never answers, such as those without a known
 * token, have the lowest confidence.
 *
 * @param points one per distinct confidence, in ascending order of coverage; at least one
 */
public record RiskCoverage(List<Point> points) {

  private static final double NEVER = -1;

  public RiskCoverage {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("No texts for a risk-coverage curve. Provide some.");
    }
  }

  /**
   * Share of wrong answers at one share of answered texts.
   *
   * @param coverage share of answered texts, above 0 and at most 1
   * @param risk share of those with a wrong answer, 0 to 1
   */
  public record Point(double coverage, double risk) {

    /** Returns the share of the answers that are correct. */
    public double accuracy() {
      return 1 - risk;
    }
  }

  /**
   * An answer.
   *
   * @param confidence higher values are answered first
   * @param correct whether the preferred label is the true one
   */
  record Ranked(double confidence, boolean correct) {}

  /**
   * Computes the curve of a bundle.
   *
   * @param texts at least one
   */
  public static RiskCoverage of(Manifest manifest, ClassifiedTexts texts) {
    TextDecider decider = new TextDecider(manifest);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < texts.texts().size(); i++) {
      ClassifiedText classified = texts.classified().get(i);
      int preferred = decider.preferred(classified);
      boolean never =
          decider.decide(texts.texts().get(i).text(), classified).probabilities().isEmpty();
      ranked.add(
          new Ranked(
              never ? NEVER : confidence(manifest, classified, preferred),
              preferred == texts.texts().get(i).label()));
    }
    return of(ranked);
  }

  private static double confidence(Manifest manifest, ClassifiedText classified, int preferred) {
    return manifest.task() == Task.BINARY
        ? Math.abs(classified.probabilities().get(1) - manifest.threshold())
        : classified.probabilities().get(preferred);
  }

  static RiskCoverage of(List<Ranked> answers) {
    List<Ranked> sorted =
        answers.stream().sorted(Comparator.comparingDouble(Ranked::confidence).reversed()).toList();
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < sorted.size(); i++) {
      wrong += sorted.get(i).correct() ? 0 : 1;
      // No threshold separates equal confidences.
      if (i + 1 == sorted.size() || sorted.get(i + 1).confidence() != sorted.get(i).confidence()) {
        points.add(new Point((i + 1.0) / sorted.size(), (double) wrong / (i + 1)));
      }
    }
    return new RiskCoverage(points);
  }

  /**
   * Returns the first point with at least a coverage.
   *
   * @param coverage at most 1
   */
  public Point at(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage)
        .findFirst()
        .orElse(points.get(points.size() - 1));
  }

  /**
   * Returns the area under the curve, the mean risk over all coverages. 0 is perfect, and a
   * confidence without information has the risk of all texts.
   */
  public double area() {
    double sum = 0;
    double before = 0;
    for (Point point : points) {
      sum += (point.coverage() - before) * point.risk();
      before = point.coverage();
    }
    return sum;
  }

  /**
   * Returns the curve with fewer points, evenly spread over the coverage, including both end
   * points.
   *
   * @param maxPoints maximum number of points, at least 2
   */
  public RiskCoverage thinned(int maxPoints) {
    if (points.size() <= maxPoints) {
      return this;
    }
    List<Point> kept = new ArrayList<>(List.of(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      if (points.get(i).coverage() >= (double) kept.size() / (maxPoints - 1)) {
        kept.add(points.get(i));
      }
    }
    kept.add(points.get(points.size() - 1));
    return new RiskCoverage(kept);
  }
}
