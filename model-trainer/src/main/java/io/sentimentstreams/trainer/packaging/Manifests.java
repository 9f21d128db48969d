package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.provenance.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Factory of manifests. */
public final class Manifests {

  /** Smallest score that means positive. */
  static final double THRESHOLD = 0.5;

  private Manifests() {}

  /**
   * Creates a manifest without provenance, quality and histograms.
   *
   * @throws IllegalArgumentException if no bundle can have such a manifest
   */
  public static Manifest bare(
      ModelId id, Instant createdAt, Network network, SequenceSettings text, Labels labels) {
    return Manifest.builder(network, text)
        .name(id.name())
        .version(id.version())
        .createdAt(createdAt.truncatedTo(ChronoUnit.SECONDS).toString())
        .labels(labels.names())
        .threshold(THRESHOLD)
        .build();
  }

  /** Returns a bare manifest with provenance, quality by split, and histograms. */
  public static Manifest complete(
      Manifest bare,
      Provenance provenance,
      Map<String, Quality> quality,
      ReferenceHistograms histograms) {
    return bare.toBuilder()
        .uncertainBand(Optional.empty())
        .quality(quality)
        .training(provenance.toFacts())
        .histograms(histograms)
        .build();
  }
}
