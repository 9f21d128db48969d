package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.network.Model;
import io.sentimentstreams.scoring.PackedModel;
import io.sentimentstreams.scoring.Scorer;

/** The forward pass that the service uses, one sequence after the other. */
final class OurEngine implements Engine {

  private final PackedModel packed;

  OurEngine(Model model) {
    packed = PackedModel.of(model);
  }

  @Override
  public Contestant contestant() {
    return Contestant.OURS;
  }

  @Override
  public SequenceScorer newScorer() {
    Scorer scorer = packed.newScorer();
    return (sequences, scores) -> {
      for (int i = 0; i < sequences.length; i++) {
        scores[i] = scorer.score(sequences[i], sequences[i].length);
      }
    };
  }

  @Override
  public void close() {
    // All memory is the heap's.
  }
}
