package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.provenance.ImportProvenance;

/** Completion of bundles whose models others trained. */
public final class ImportedBundles {

  private ImportedBundles() {}

  /** Returns a bundle with provenance and golden scores, without measurements. */
  public static Bundle complete(Bundle bare, ImportProvenance provenance) {
    Manifest manifest = bare.manifest().toBuilder().training(provenance.toFacts()).build();
    return new Bundle(manifest, bare.tokenizer(), bare.model(), GoldenTexts.scores(bare));
  }
}
