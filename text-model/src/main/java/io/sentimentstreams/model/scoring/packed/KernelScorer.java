package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.DenseStage;
import io.sentimentstreams.model.scoring.reference.Outputs;
import io.sentimentstreams.model.scoring.reference.Sequence;
import io.sentimentstreams.model.scoring.reference.TokenBatch;
import java.util.List;

/** Forward pass on kernels, stage by stage; the final dense layers use double precision. */
final class KernelScorer implements BatchScorer {

  private final TokenBatch tokens;
  private final int atOnce;
  private final List<KernelStage> stages;
  private final FloatSequence vector;
  private final Sequence widened;
  private final List<DenseStage> dense;
  private final LengthSorter order = new LengthSorter();
  private int[] steps = new int[0];
  private final Outputs outputs;

  /**
   * Creates a scorer.
   *
   * @param tokens input of the first stage
   * @param atOnce maximum number of records per run
   * @param vector output of the last stage
   * @param dense layers that read it
   * @param outputs meaning of the values of the last layer
   */
  KernelScorer(
      TokenBatch tokens,
      int atOnce,
      List<KernelStage> stages,
      FloatSequence vector,
      List<DenseStage> dense,
      Outputs outputs) {
    this.tokens = tokens;
    this.atOnce = atOnce;
    this.stages = List.copyOf(stages);
    this.vector = vector;
    this.dense = List.copyOf(dense);
    this.outputs = outputs;
    widened = new Sequence(vector.width());
    widened.resize(1);
  }

  @Override
  public double score(int[] ids, int length) {
    return outputs.score(run(ids, length));
  }

  @Override
  public void classify(int[] ids, int length, double[] probabilities) {
    outputs.classify(run(ids, length), probabilities);
  }

  private double[] run(int[] ids, int length) {
    tokens.accept(ids, length);
    run();
    return outputsOf(0);
  }

  @Override
  public void score(int[][] ids, int[] lengths, int count, double[] scores) {
    sort(ids, lengths, count);
    int end;
    for (int first = 0; first < count; first = end) {
      end = runGroup(ids, lengths, first, count);
      for (int place = first; place < end; place++) {
        scores[order.at(place)] = outputs.score(outputsOf(place - first));
      }
    }
  }

  @Override
  public void classify(int[][] ids, int[] lengths, int count, double[][] probabilities) {
    sort(ids, lengths, count);
    int end;
    for (int first = 0; first < count; first = end) {
      end = runGroup(ids, lengths, first, count);
      for (int place = first; place < end; place++) {
        outputs.classify(outputsOf(place - first), probabilities[order.at(place)]);
      }
    }
  }

  /** Runs the next sequences in sorted order and returns the place behind the last one. */
  private int runGroup(int[][] ids, int[] lengths, int first, int count) {
    int end = first + nextGroup(count - first);
    tokens.clear();
    for (int place = first; place < end; place++) {
      tokens.add(ids[order.at(place)], lengths[order.at(place)]);
    }
    run();
    return end;
  }

  private void sort(int[][] ids, int[] lengths, int count) {
    if (steps.length < count) {
      steps = new int[Math.max(count, 2 * steps.length)];
    }
    for (int i = 0; i < count; i++) {
      steps[i] = tokens.count(ids[i], lengths[i]);
    }
    order.sort(steps, count);
  }

  /**
   * Returns the number of remaining records in the next run, so that the last run is not nearly
   * empty.
   */
  private int nextGroup(int left) {
    int shares = (left + atOnce - 1) / atOnce;
    int even = (left + shares - 1) / shares;
    int inFives = (even + 4) / 5 * 5;
    return Math.min(left, Math.min(atOnce, inFives));
  }

  private void run() {
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).run();
    }
  }

  private double[] outputsOf(int record) {
    int from = record * vector.width();
    for (int j = 0; j < vector.width(); j++) {
      widened.values()[j] = vector.values()[from + j];
    }
    Sequence current = widened;
    for (int i = 0; i < dense.size(); i++) {
      dense.get(i).run(current);
      current = dense.get(i).output();
    }
    return current.values();
  }
}
