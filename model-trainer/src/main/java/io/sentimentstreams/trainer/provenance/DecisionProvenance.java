package io.sentimentstreams.trainer.provenance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Facts about a later choice of the decision data of a bundle.
 *
 * @param command command line
 * @param data description of the texts
 * @param sha256 fingerprint of the texts
 * @param targetPrecision required share of correct answers; empty if none was required
 */
public record DecisionProvenance(
    String command, String data, String sha256, Optional<Double> targetPrecision) {

  /** Returns facts with these. */
  public Map<String, String> addedTo(Map<String, String> facts) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(FactNames.ABSTAIN_COMMAND, command);
    more.put(FactNames.ABSTAIN_DATA, data);
    more.put(FactNames.ABSTAIN_SHA256, sha256);
    targetPrecision.ifPresent(
        precision -> more.put(FactNames.TARGET_PRECISION, precision.toString()));
    return more;
  }
}
