package io.sentimentstreams.scoring;

import java.util.List;

/** The forward pass on kernels, stage by stage; the dense layers at its end in double precision. */
final class KernelScorer implements Scorer {

  private final Tokens tokens;
  private final List<KernelStage> stages;
  private final FloatSequence vector;
  private final Sequence widened;
  private final List<DenseStage> dense;

  /**
   * @param tokens what the first stage reads
   * @param vector what the last stage writes
   * @param dense the layers that read it
   */
  KernelScorer(
      Tokens tokens, List<KernelStage> stages, FloatSequence vector, List<DenseStage> dense) {
    this.tokens = tokens;
    this.stages = List.copyOf(stages);
    this.vector = vector;
    this.dense = List.copyOf(dense);
    widened = new Sequence(vector.width());
    widened.resize(1);
  }

  @Override
  public double score(int[] ids, int length) {
    tokens.accept(ids, length);
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).run();
    }
    for (int j = 0; j < vector.width(); j++) {
      widened.values()[j] = vector.values()[j];
    }
    Sequence current = widened;
    for (int i = 0; i < dense.size(); i++) {
      dense.get(i).run(current);
      current = dense.get(i).output();
    }
    return current.values()[0];
  }
}
