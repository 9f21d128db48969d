package io.sentimentstreams.model.bundle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results of a bundle on the behaviour suite of a language.
 *
 * @param suiteSha256 fingerprint of the cases, 64 lower-case hexadecimal digits
 * @param capabilities results by capability
 * @param peers results of other models by their name and by capability
 * @param knownFailures regression texts that the bundle answers differently than expected
 */
public record Behaviour(
    String suiteSha256,
    Map<String, Passed> capabilities,
    Map<String, Map<String, Passed>> peers,
    List<String> knownFailures) {

  public Behaviour {
    capabilities = Collections.unmodifiableMap(new TreeMap<>(capabilities));
    peers = Collections.unmodifiableMap(new TreeMap<>(peers));
    knownFailures = List.copyOf(knownFailures);
  }

  /**
   * Cases that passed.
   *
   * @param cases number of cases, at least 1
   * @param passed number of those that passed
   */
  public record Passed(int cases, int passed) {

    public Passed {
      if (cases < 1 || passed < 0 || passed > cases) {
        throw new IllegalArgumentException(
            "Invalid number of passed cases: %d of %d. It must be 0 to all."
                .formatted(passed, cases));
      }
    }
  }
}
