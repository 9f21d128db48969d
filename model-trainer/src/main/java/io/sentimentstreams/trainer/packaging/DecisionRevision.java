package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.DecisionProvenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Change of the decision data of a bundle on labelled texts: abstain rules and languages. Weights
 * and scores stay the same.
 *
 * @param settings how the abstain rules are chosen; without a required precision, those on the
 *     confidence stay the same
 * @param languages primary subtags of the languages that the model answers; empty to keep them
 * @param version version of the new bundle; empty to keep it
 */
public record DecisionRevision(
    AbstainSettings settings, List<String> languages, Optional<String> version) {

  private static final String VALIDATION = Split.VALIDATION.label();

  public DecisionRevision {
    languages = List.copyOf(languages);
  }

  /**
   * A bundle with other decision data.
   *
   * @param bundle the bundle
   * @param texts texts with the probabilities of the bundle, for measurements
   */
  public record Revised(Bundle bundle, ClassifiedTexts texts) {}

  /**
   * Returns the bundle with other decision data. A bundle without measurements on a validation
   * split gets those on the texts, with the reference histograms.
   *
   * @param texts texts that the model did not learn from, at least one
   * @param threads number of threads that score, at least 1
   */
  public Revised apply(
      Bundle bundle, ValidationTexts texts, DecisionProvenance provenance, int threads) {
    Manifest before = bundle.manifest();
    BundleMeasurement measured = BundleMeasurement.of(bundle, texts, threads);
    AbstainRules chosen = AbstainSelection.of(before, measured.classified(), settings);
    Manifest decided =
        before.toBuilder()
            .version(version.orElse(before.version()))
            .languages(languages.isEmpty() ? before.languages() : languages)
            .abstain(settings.targetPrecision().isPresent() ? chosen : kept(before, chosen))
            .training(provenance.addedTo(before.training()))
            .build();
    return new Revised(
        new Bundle(
            measured(decided, measured, texts),
            bundle.tokenizer(),
            bundle.model(),
            bundle.golden()),
        measured.classified());
  }

  private static AbstainRules kept(Manifest before, AbstainRules chosen) {
    return new AbstainRules(
        before.abstain().band(), before.abstain().confidence(), chosen.unknownShare());
  }

  private static Manifest measured(
      Manifest decided, BundleMeasurement measured, ValidationTexts texts) {
    Optional<Quality> recorded = Optional.ofNullable(decided.quality().get(VALIDATION));
    String sha256 = DataFingerprint.of(texts.texts()).sha256();
    if (recorded.isPresent() && !recorded.get().dataSha256().equals(sha256)) {
      // Counts of labels by other rules would look like drift.
      return decided.toBuilder().histograms(decided.histograms().withLabels(List.of())).build();
    }
    Map<String, Quality> quality = new TreeMap<>(decided.quality());
    quality.putIfAbsent(VALIDATION, measured.quality());
    return decided.toBuilder()
        .quality(quality)
        .histograms(measured.histograms(decided))
        .training(measured.coverage().addedTo(decided.training(), VALIDATION))
        .build();
  }
}
