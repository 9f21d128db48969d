package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.SequenceSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
      ModelId id, Instant createdAt, Network network, SequenceSettings text, ModelScope scope) {
    return Manifest.builder(network, text)
        .name(id.name())
        .version(id.version())
        .createdAt(createdAt.truncatedTo(ChronoUnit.SECONDS).toString())
        .labels(scope.labels().names())
        .task(scope.task())
        .languages(scope.languages())
        .threshold(THRESHOLD)
        .build();
  }
}
