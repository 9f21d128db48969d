package io.sentimentstreams.trainer.modelcard;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.provenance.CoverageFacts;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The section of a model card about texts without a label.
 *
 * @param manifest manifest of the bundle
 * @param provenance facts in the manifest
 */
record AnswerSections(Manifest manifest, RecordedProvenance provenance) {

  /** Returns the section as Markdown. */
  static String of(Manifest manifest, RecordedProvenance provenance) {
    AnswerSections sections = new AnswerSections(manifest, provenance);
    return "## Answers\n\n" + sections.rules() + sections.command() + sections.curve();
  }

  private String rules() {
    AbstainRules rules = manifest.abstain();
    List<String> lines = new ArrayList<>();
    lines.add(
        manifest.languages().isEmpty()
            ? "The model does not record the languages that it answers."
            : "The model answers texts in these languages: %s."
                .formatted(String.join(", ", manifest.languages())));
    lines.add("A text without a known word gets no label.");
    rules
        .unknownShare()
        .ifPresent(
            share ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "A text with more than %.1f %% unknown words gets no label.",
                        100 * share)));
    rules
        .band()
        .ifPresent(
            band ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "A score from %s to below %s gets no label.\n"
                            + "Outside that band, the model decides %.1f %% of the validation"
                            + " reviews, %.1f %% of them correctly.",
                        band.low(),
                        band.high(),
                        100 * band.coverage(),
                        100 * band.precision())));
    rules
        .confidence()
        .ifPresent(
            threshold ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "A label needs a probability of at least %s.\n"
                            + "With it, the model decides %.1f %% of the validation reviews, %.1f"
                            + " %% of them correctly.",
                        threshold.probability(),
                        100 * threshold.coverage(),
                        100 * threshold.precision())));
    return String.join("\n", lines) + "\n";
  }

  private String command() {
    return provenance
        .abstainCommand()
        .map(
            command ->
                """

    These rules were chosen after the training:

    ```
    %s
    ```
    """
                    .formatted(command))
        .orElse("");
  }

  private String curve() {
    Optional<CoverageFacts> validation = provenance.coverage(Split.VALIDATION.label());
    Optional<CoverageFacts> test = provenance.coverage(Split.TEST.label());
    if (validation.isEmpty() && test.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            """

    If only the reviews with the highest confidence are answered, more answers are correct:

    | answered | correct on validation | correct on test |
    |---|---|---|
    """);
    for (double coverage : CoverageFacts.COVERAGES) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %.0f %% | %s | %s |\n",
              100 * coverage,
              accuracy(validation, coverage),
              accuracy(test, coverage)));
    }
    return text.toString();
  }

  private static String accuracy(Optional<CoverageFacts> facts, double coverage) {
    return facts
        .flatMap(measured -> Optional.ofNullable(measured.accuracies().get(coverage)))
        .map(accuracy -> String.format(Locale.ROOT, "%.1f %%", 100 * accuracy))
        .orElse("not measured");
  }
}
