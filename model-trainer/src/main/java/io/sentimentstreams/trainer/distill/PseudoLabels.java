package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.trainer.provenance.DistillationProvenance;
import java.util.List;
import java.util.Optional;

/**
 * Reviews without labels and the targets that a teacher gives them.
 *
 * @param texts the reviews, and their parts if they were split
 * @param targets of each text, 0 to 1: P(positive) for two labels, otherwise the probability of
 *     each label
 * @param provenance facts for the bundle; empty if there are no reviews
 */
@SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
public record PseudoLabels(
    List<String> texts, double[][] targets, Optional<DistillationProvenance> provenance) {

  public PseudoLabels {
    texts = List.copyOf(texts);
    if (texts.size() != targets.length) {
      throw new IllegalArgumentException(
          "there must be %d targets, were %d".formatted(texts.size(), targets.length));
    }
  }

  /** Returns no reviews, for a training from labelled reviews only. */
  public static PseudoLabels none() {
    return new PseudoLabels(List.of(), new double[0][], Optional.empty());
  }
}
