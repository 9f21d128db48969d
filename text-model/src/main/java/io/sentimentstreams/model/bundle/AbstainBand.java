package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Scores too near the threshold for a decision, and the quality of the decisions on all other
 * scores. The texts that selected the band give both figures.
 *
 * @param low lowest score inside, 0 to 1
 * @param high lowest score above the band, at least {@code low} and at most 1; the band is empty if
 *     both are equal, and 1 leaves no score above
 * @param coverage proportion of texts outside the band, 0 to 1
 * @param precision proportion of those that have the correct label, 0 to 1
 */
public record AbstainBand(double low, double high, double coverage, double precision) {

  public AbstainBand {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "a band of scores must satisfy 0 <= low <= high <= 1, was %s to %s".formatted(low, high));
    }
    share("coverage", coverage);
    share("precision", precision);
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a band's %s must be 0 to 1, was %s".formatted(what, value));
    }
  }

  /** Returns whether a score is inside. */
  public boolean contains(double score) {
    return low <= score && (score < high || high == 1);
  }

  /** Returns whether the band contains no score. */
  @JsonIgnore
  public boolean isEmpty() {
    return low == high;
  }
}
