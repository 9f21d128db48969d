package io.sentimentstreams.trainer.provenance;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts about an import from Keras.
 *
 * @param file name of the imported file
 * @param sha256 checksum of the file, 64 lower-case hex digits
 * @param kerasVersion version of Keras that saved the file
 * @param command command line
 * @param comparison comparison with scores of Keras; empty if there was none
 */
public record ImportProvenance(
    String file,
    String sha256,
    String kerasVersion,
    String command,
    Optional<Comparison> comparison)
    implements Provenance {

  /**
   * A comparison with scores of Keras.
   *
   * @param samples number of scores
   * @param largestDifference largest absolute difference between two scores
   */
  public record Comparison(int samples, double largestDifference) {}

  @Override
  public SortedMap<String, String> toFacts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(FactNames.IMPORTED_FILE, file);
    facts.put(FactNames.IMPORTED_SHA256, sha256);
    facts.put(FactNames.KERAS_VERSION, kerasVersion);
    facts.put(FactNames.COMMAND, command);
    comparison.ifPresent(
        made -> {
          facts.put(FactNames.COMPARED_SAMPLES, Integer.toString(made.samples()));
          facts.put(
              FactNames.LARGEST_DIFFERENCE,
              String.format(Locale.ROOT, "%.2e", made.largestDifference()));
        });
    return facts;
  }
}
