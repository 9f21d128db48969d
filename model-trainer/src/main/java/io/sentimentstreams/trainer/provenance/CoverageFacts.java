package io.sentimentstreams.trainer.provenance;

import io.sentimentstreams.trainer.evaluate.RiskCoverage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Accuracy of the answers by the share of texts that are answered, as a fact of a bundle: points of
 * its risk-coverage curve.
 *
 * @param accuracies accuracy by coverage, each 0 to 1
 */
public record CoverageFacts(NavigableMap<Double, Double> accuracies) {

  /** Coverages that are recorded. */
  public static final List<Double> COVERAGES = List.of(1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5);

  public CoverageFacts {
    accuracies = new TreeMap<>(accuracies);
  }

  /** Returns the recorded points of a curve. */
  public static CoverageFacts of(RiskCoverage curve) {
    NavigableMap<Double, Double> accuracies = new TreeMap<>();
    COVERAGES.forEach(coverage -> accuracies.put(coverage, curve.at(coverage).accuracy()));
    return new CoverageFacts(accuracies);
  }

  /**
   * Returns facts with the curve of a split.
   *
   * @param split name of the split
   */
  public Map<String, String> addedTo(Map<String, String> facts, String split) {
    NavigableMap<String, String> more = new TreeMap<>(facts);
    more.put(FactNames.COVERAGE_PREFIX + split, text());
    return more;
  }

  private String text() {
    return COVERAGES.stream()
        .filter(accuracies::containsKey)
        .map(
            coverage -> String.format(Locale.ROOT, "%.2f:%.4f", coverage, accuracies.get(coverage)))
        .collect(Collectors.joining(" "));
  }

  /**
   * Reads a fact.
   *
   * @throws NumberFormatException if it has another form
   */
  static CoverageFacts read(String text) {
    NavigableMap<Double, Double> accuracies = new TreeMap<>();
    for (String pair : text.split(" ", -1)) {
      String[] parts = pair.split(":", -1);
      if (parts.length != 2) {
        throw new NumberFormatException("not coverage:accuracy: " + pair);
      }
      accuracies.put(Double.valueOf(parts[0]), Double.valueOf(parts[1]));
    }
    return new CoverageFacts(accuracies);
  }
}
