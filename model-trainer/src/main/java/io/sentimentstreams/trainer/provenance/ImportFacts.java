package io.sentimentstreams.trainer.provenance;

import io.sentimentstreams.trainer.keras.KerasModel;
import io.sentimentstreams.trainer.keras.KerasSamples.Agreement;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a bundle records of a model that was trained elsewhere, and how its card tells it. */
public final class ImportFacts {

  private static final String FILE = "importedFrom";
  private static final String SHA256 = "importedSha256";
  private static final String KERAS = "kerasVersion";
  private static final String CHECKED = "checkedSamples";
  private static final String DIFFERENCE = "checkedLargestDifference";

  private ImportFacts() {}

  /**
   * The facts.
   *
   * @param file that was imported
   * @param agreement with Keras' scores, where there were any
   * @param command what was typed
   */
  public static Map<String, String> of(
      KerasModel model, Path file, Optional<Agreement> agreement, String command) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(FILE, file.getFileName().toString());
    facts.put(SHA256, model.sha256());
    facts.put(KERAS, model.kerasVersion());
    facts.put(TrainingFacts.COMMAND, command);
    agreement.ifPresent(
        found -> {
          facts.put(CHECKED, Integer.toString(found.samples()));
          facts.put(DIFFERENCE, String.format(Locale.ROOT, "%.2e", found.largestDifference()));
        });
    return facts;
  }

  /** Whether a bundle's facts are these. */
  public static boolean tellOfAnImport(Map<String, String> facts) {
    return facts.containsKey(FILE);
  }

  /** The part of a model card that tells where the model comes from. */
  public static String section(Map<String, String> facts) {
    String check =
        facts.containsKey(CHECKED)
            ? "%s scores of Keras were compared: the largest difference is %s."
                .formatted(facts.get(CHECKED), facts.get(DIFFERENCE))
            : "Its scores were not compared with those of Keras.";
    return """
    ## Where it comes from

    Imported from `%s` (SHA-256 `%.12s`), which Keras %s saved. %s
    What it learned from, and how, is not known here.

    ```
    %s
    ```

    ## Limits of use

    - On texts of another kind than those that it learned from it guesses.
    - It must not decide about people.
    """
        .formatted(
            facts.get(FILE),
            facts.get(SHA256),
            facts.get(KERAS),
            check,
            facts.get(TrainingFacts.COMMAND));
  }
}
