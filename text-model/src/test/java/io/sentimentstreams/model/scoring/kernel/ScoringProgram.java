package io.sentimentstreams.model.scoring.kernel;

import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.packed.RandomModel;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;

/** A program that scores with two models, as one does that is told of a new one. */
final class ScoringProgram {

  private ScoringProgram() {}

  public static void main(String[] args) {
    for (int units : new int[] {3, 9}) {
      Model model = RandomModel.of(true, new Lstm("lstm", units, false));
      PackedModel packed = PackedModel.of(model);
      int[] ids = {1, 2, 3};
      double score = packed.newScorer().score(ids, ids.length);
      double expected = new ReferenceScorer(model).score(ids, ids.length);
      if (!(Math.abs(score - expected) < 1e-5)) {
        throw new IllegalStateException("scored " + score + " instead of " + expected);
      }
      System.out.println("kernels: " + packed.kernels());
    }
  }
}
