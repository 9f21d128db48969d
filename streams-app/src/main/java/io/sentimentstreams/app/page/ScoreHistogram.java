package io.sentimentstreams.app.page;

import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.schemas.ReviewScore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A lock-free histogram of scores in ten bins since the process started. Thread-safe. */
final class ScoreHistogram implements ScoreListener {

  private static final List<Double> BOUNDS = ReferenceHistograms.SCORE_BOUNDS;

  private final LongAdder[] counts = new LongAdder[BOUNDS.size() + 1];

  ScoreHistogram() {
    Arrays.setAll(counts, i -> new LongAdder());
  }

  @Override
  public void scored(ReviewScore score, String text) {
    int bin = 0;
    while (bin < BOUNDS.size() && score.getScore() > BOUNDS.get(bin)) {
      bin++;
    }
    counts[bin].increment();
  }

  /** Returns the histogram. */
  Histogram counts() {
    return new Histogram(BOUNDS, Arrays.stream(counts).map(LongAdder::sum).toList());
  }
}
