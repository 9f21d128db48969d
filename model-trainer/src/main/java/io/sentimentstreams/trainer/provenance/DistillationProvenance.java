package io.sentimentstreams.trainer.provenance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The reviews without labels of a training, and their teacher.
 *
 * @param examples number of reviews
 * @param splits how often each review was split in two
 * @param path locations as typed, separated by commas
 * @param sha256 fingerprint of the reviews
 * @param limit maximum number of reviews; empty for all
 * @param teacher description of the teacher
 * @param confidence mean probability of the most probable label, 0 to 1
 */
public record DistillationProvenance(
    int examples,
    int splits,
    String path,
    String sha256,
    Optional<Integer> limit,
    String teacher,
    double confidence) {

  void addTo(Map<String, String> facts) {
    facts.put(FactNames.UNLABELLED_EXAMPLES, Integer.toString(examples));
    facts.put(FactNames.UNLABELLED_SPLITS, Integer.toString(splits));
    facts.put(FactNames.UNLABELLED_PATH, path);
    facts.put(FactNames.UNLABELLED_SHA256, sha256);
    limit.ifPresent(count -> facts.put(FactNames.UNLABELLED_LIMIT, count.toString()));
    facts.put(FactNames.TEACHER, teacher);
    facts.put(FactNames.TEACHER_CONFIDENCE, String.format(Locale.ROOT, "%.4f", confidence));
  }
}
