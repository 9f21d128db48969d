package io.sentimentstreams.trainer.provenance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The soft labels of a training.
 *
 * @param files the files, in the order as typed
 * @param share weight of the soft label in the target of a labelled text, 0 to 1
 * @param labelled number of distinct labelled texts with a soft label
 * @param additional number of texts without a label
 */
public record SoftLabelProvenance(List<OfFile> files, double share, int labelled, int additional) {

  public SoftLabelProvenance {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name of the file without its folder
   * @param sha256 of its bytes, 64 lower-case hex digits
   * @param teacher name of the teacher
   * @param date when the teacher scored the texts; empty if unknown
   * @param weight of the file in the mean over all files
   * @param counts of its texts
   */
  public record OfFile(
      String name,
      String sha256,
      String teacher,
      Optional<String> date,
      double weight,
      Counts counts) {

    private void addTo(Map<String, String> facts, String prefix) {
      facts.put(prefix + "name", name);
      facts.put(prefix + "sha256", sha256);
      facts.put(prefix + "teacher", teacher);
      date.ifPresent(day -> facts.put(prefix + "date", day));
      facts.put(prefix + "weight", Double.toString(weight));
      facts.put(prefix + "texts", Integer.toString(counts.used()));
      facts.put(prefix + "unknownIds", Integer.toString(counts.unknown()));
      facts.put(prefix + "validationTexts", Integer.toString(counts.heldOut()));
      facts.put(prefix + "confidence", String.format(Locale.ROOT, "%.4f", counts.confidence()));
    }
  }

  /**
   * Counts of the texts of a file.
   *
   * @param used number of texts that the network learns
   * @param unknown number of ids without a text
   * @param heldOut number of texts of the validation split, which are left out
   * @param confidence mean probability of the most probable label of the used texts, 0 to 1
   */
  public record Counts(int used, int unknown, int heldOut, double confidence) {}

  void addTo(Map<String, String> facts) {
    facts.put(FactNames.SOFT_LABEL_SHARE, Double.toString(share));
    facts.put(FactNames.SOFT_LABEL_LABELLED, Integer.toString(labelled));
    facts.put(FactNames.SOFT_LABEL_ADDITIONAL, Integer.toString(additional));
    for (int i = 0; i < files.size(); i++) {
      files.get(i).addTo(facts, "%s%d.".formatted(FactNames.SOFT_LABEL_FILE_PREFIX, i + 1));
    }
  }
}
