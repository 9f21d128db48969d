package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.DrawnNetwork;
import io.sentimentstreams.model.network.Model;
import java.util.SplittableRandom;

/**
 * One shape of work: an embedding of {@value #VOCABULARY} tokens by {@value #EMBEDDING}, a
 * recurrent layer, one sigmoid unit.
 *
 * @param cell the layer's kind
 * @param hidden the width of its state
 * @param length timesteps of a record
 * @param batch records in one call
 * @param threads that score at once
 */
public record KernelCase(CellKind cell, int hidden, int length, int batch, int threads) {

  /** Tokens that the embedding knows. */
  public static final int VOCABULARY = 20_000;

  /** The width of the embedding's vectors. */
  public static final int EMBEDDING = 64;

  private static final long SEED = 5;

  public KernelCase {
    require("hidden", hidden);
    require("length", length);
    require("batch", batch);
    require("threads", threads);
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  /** In words: {@code LSTM(64), 200 steps, batch 1}. */
  public String label() {
    return "%s(%d), %d steps, batch %d%s"
        .formatted(
            cell.label(), hidden, length, batch, threads == 1 ? "" : ", " + threads + " threads");
  }

  /** The network with its weights; nothing is padded, so that zeros need no mask. */
  public Model model() {
    return new DrawnNetwork(cell.layer(hidden), VOCABULARY, EMBEDDING, false).model();
  }

  /**
   * Different batches, with tokens as frequent as words are in texts (Zipf's law).
   *
   * @param count how many batches
   * @return count x batch x length
   */
  public int[][][] batches(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[][][] batches = new int[count][batch][length];
    for (int[][] one : batches) {
      for (int[] sequence : one) {
        for (int t = 0; t < length; t++) {
          sequence[t] = (int) Math.pow(VOCABULARY, random.nextDouble());
        }
      }
    }
    return batches;
  }

  /**
   * The floating-point operations that our forward pass really does for one record's recurrent
   * products. The input products are not among them: they were folded into a table when the model
   * was loaded. Activations, states and the last unit are left out.
   */
  public double flop() {
    return 2.0 * hidden * hidden * cell.layer(hidden).gates() * length;
  }
}
