package io.sentimentstreams.app.topology;

import io.sentimentstreams.schemas.ReviewScore;
import java.util.Optional;

/** Selects the key under which a {@link TopologyExtension} processes a score. */
@FunctionalInterface
public interface ScoreKeyMapper {

  /** Returns the key of a score; empty if the extension does not process the score. */
  Optional<byte[]> keyOf(ReviewScore score);
}
