package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.SyntheticNetwork;
import io.sentimentstreams.model.network.Model;
import java.util.SplittableRandom;

/**
 * One shape of work: an embedding of {@value #VOCABULARY} tokens by {@value #EMBEDDING}, a
 * recurrent layer and one sigmoid unit.
 *
 * @param cell kind of the layer
 * @param hidden width of its state
 * @param length timesteps per record
 * @param batch records per call
 * @param threads number of scoring threads
 */
public record KernelCase(CellKind cell, int hidden, int length, int batch, int threads) {

  /** Number of tokens of the embedding. */
  public static final int VOCABULARY = 20_000;

  /** Width of the embedding's vectors. */
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

  /** Returns a description, for example {@code LSTM(64), 200 steps, batch 1}. */
  public String label() {
    return "%s(%d), %d steps, batch %d%s"
        .formatted(
            cell.label(), hidden, length, batch, threads == 1 ? "" : ", " + threads + " threads");
  }

  /** Returns the network with its weights. Nothing is padded, so zeros need no mask. */
  public Model model() {
    return new SyntheticNetwork(cell.layer(hidden), VOCABULARY, EMBEDDING, false).model();
  }

  /**
   * Returns different batches with the token frequencies of texts (Zipf's law).
   *
   * @param count number of batches
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
   * Returns the floating-point operations of one record's recurrent products in our forward pass.
   * The input products are excluded, because a table replaces them when the model is loaded.
   * Activations, states and the last unit are excluded too.
   */
  public double flop() {
    return 2.0 * hidden * hidden * cell.layer(hidden).gates() * length;
  }
}
