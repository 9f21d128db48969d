package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.trainer.provenance.ImportProvenance;
import java.util.Locale;

/** The sections of a model card about the import of a model. */
final class ImportSections {

  private ImportSections() {}

  /** Returns the sections as Markdown. */
  static String of(ImportProvenance imported) {
    String comparison =
        imported
            .comparison()
            .map(
                made ->
                    String.format(
                        Locale.ROOT,
                        "%d scores were compared with those of the original model; the largest difference is %.2e.",
                        made.samples(),
                        made.largestDifference()))
            .orElse("The scores were not compared with those of the original model.");
    return """
    ## Origin

    Imported from `%s` (SHA-256 `%.12s`), which %s saved.
    %s
    The file does not record its training data and settings.

    ```
    %s
    ```

    ## Limits of use

    - Do not rely on the model for texts of another kind than its training data.
    - Do not use it to decide about people.
    """
        .formatted(
            imported.file(), imported.sha256(), imported.writer(), comparison, imported.command());
  }
}
