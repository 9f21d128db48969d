package io.sentimentstreams.app.page;

import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ReviewScore;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;

/**
 * A lock-free histogram of scores, or of the largest probabilities, in ten bins since the process
 * started. Thread-safe.
 */
final class ScoreHistogram implements ScoreListener {

  private static final List<Double> BOUNDS = ReferenceHistograms.SCORE_BOUNDS;

  private final boolean ofScores;
  private final LongAdder[] counts = new LongAdder[BOUNDS.size() + 1];

  /**
   * Creates an empty histogram.
   *
   * @param ofScores whether it counts scores, and not the largest probabilities
   */
  ScoreHistogram(boolean ofScores) {
    this.ofScores = ofScores;
    Arrays.setAll(counts, i -> new LongAdder());
  }

  /** Returns what it counts: {@code score} or {@code confidence}. */
  String feature() {
    return ofScores ? "score" : "confidence";
  }

  @Override
  public void scored(ReviewScore score, String text) {
    OptionalDouble value = ofScores ? score(score) : confidence(score);
    if (value.isPresent()) {
      int bin = 0;
      while (bin < BOUNDS.size() && value.getAsDouble() > BOUNDS.get(bin)) {
        bin++;
      }
      counts[bin].increment();
    }
  }

  private static OptionalDouble score(ReviewScore score) {
    return score.getScore() == null ? OptionalDouble.empty() : OptionalDouble.of(score.getScore());
  }

  /** Returns the largest probability of a score; empty if the network was not asked. */
  static OptionalDouble confidence(ReviewScore score) {
    return score.getProbabilities().stream().mapToDouble(LabelProbability::getProbability).max();
  }

  /** Returns the histogram. */
  Histogram counts() {
    return new Histogram(BOUNDS, Arrays.stream(counts).map(LongAdder::sum).toList());
  }
}
