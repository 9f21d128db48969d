package io.sentimentstreams.model.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The scores that are too near the threshold for a label: from {@code low} to below {@code high}. A
 * band up to 1 contains the score 1. This is the only definition of the band: training chooses it,
 * evaluation measures it and serving applies it.
 *
 * @param low the lowest score inside, 0 to 1
 * @param high the lowest score above the band, at least {@code low} and at most 1; if both are
 *     equal, no score is inside, except that a band up to 1 contains the score 1
 * @param coverage the share of texts outside the band, 0 to 1; 0 if not measured
 * @param precision the share of those with the right label, 0 to 1; 0 if not measured
 */
public record AbstainBand(double low, double high, double coverage, double precision) {

  public AbstainBand {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "Invalid band of scores: %s to %s. It must satisfy 0 <= low <= high <= 1."
              .formatted(low, high));
    }
    share("coverage", coverage);
    share("precision", precision);
  }

  /**
   * Returns a band on which nothing was measured.
   *
   * @param low the lowest score inside, 0 to 1
   * @param high the lowest score above the band, at least {@code low} and at most 1
   */
  public static AbstainBand of(double low, double high) {
    return new AbstainBand(low, high, 0, 0);
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "Invalid %s of a band: %s. It must be 0 to 1.".formatted(what, value));
    }
  }

  /** Returns whether a score is inside. */
  public boolean contains(double score) {
    return low <= score && (score < high || high == 1);
  }

  /** Returns whether the band contains no score. */
  @JsonIgnore
  public boolean isEmpty() {
    return low == high && high < 1;
  }
}
