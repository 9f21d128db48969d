package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.packed.BatchScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;

/** Our forward pass: one sequence per call as in streams-app, or several at once. */
final class TextModelEngine implements Engine {

  private final Contestant contestant;
  private final PackedModel packed;

  TextModelEngine(Contestant contestant, Model model) {
    this.contestant = contestant;
    packed = PackedModel.of(model);
  }

  @Override
  public Contestant contestant() {
    return contestant;
  }

  @Override
  public SequenceScorer newScorer() {
    BatchScorer scorer = packed.newScorer();
    return contestant == Contestant.OURS_BATCHED ? new SideBySide(scorer) : oneByOne(scorer);
  }

  private static SequenceScorer oneByOne(BatchScorer scorer) {
    return (sequences, scores) -> {
      for (int i = 0; i < sequences.length; i++) {
        scores[i] = scorer.score(sequences[i], sequences[i].length);
      }
    };
  }

  /** Reuses the memory for lengths. */
  private static final class SideBySide implements SequenceScorer {

    private final BatchScorer scorer;
    private int[] lengths = new int[0];

    SideBySide(BatchScorer scorer) {
      this.scorer = scorer;
    }

    @Override
    public void score(int[][] sequences, double[] scores) {
      if (lengths.length < sequences.length) {
        lengths = new int[sequences.length];
      }
      for (int i = 0; i < sequences.length; i++) {
        lengths[i] = sequences[i].length;
      }
      scorer.score(sequences, lengths, sequences.length, scores);
    }
  }

  @Override
  public void close() {
    // Only heap memory is used.
  }
}
