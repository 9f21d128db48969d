package io.sentimentstreams.trainer.provenance;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts about an import from another program.
 *
 * @param file name of the imported file
 * @param sha256 checksum of the file, 64 lower-case hex digits
 * @param writer program that saved the file, with its version, such as {@code Keras 3.5.0}
 * @param command command line
 * @param comparison comparison with scores of the original model; empty if there was none
 */
public record ImportProvenance(
    String file, String sha256, String writer, String command, Optional<Comparison> comparison)
    implements Provenance {

  /**
   * A comparison with scores of the original model.
   *
   * @param samples number of scores
   * @param largestDifference largest absolute difference between two scores
   */
  public record Comparison(int samples, double largestDifference) {}

  private static final String KERAS = "Keras ";

  /** Returns the program for the facts of a bundle. */
  static String writer(Optional<String> kerasVersion, Optional<String> otherWriter) {
    return kerasVersion.map(KERAS::concat).or(() -> otherWriter).orElse("an unknown program");
  }

  @Override
  public SortedMap<String, String> toFacts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(FactNames.IMPORTED_FILE, file);
    facts.put(FactNames.IMPORTED_SHA256, sha256);
    if (writer.startsWith(KERAS)) {
      facts.put(FactNames.KERAS_VERSION, writer.substring(KERAS.length()));
    } else {
      facts.put(FactNames.IMPORTED_WRITER, writer);
    }
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
