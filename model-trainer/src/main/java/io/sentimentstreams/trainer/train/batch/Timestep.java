package io.sentimentstreams.trainer.train.batch;

/**
 * Rows of one timestep in reading order.
 *
 * @param row first row
 * @param rows number of sequences with this timestep
 * @param previous first row of the previously read timestep
 * @param carried number of leading sequences that had the previous timestep; the others start here
 */
public record Timestep(int row, int rows, int previous, int carried) {

  /**
   * Returns a timestep.
   *
   * @param backwards whether sequences are read from the last timestep to the first
   */
  public static Timestep of(PackedSequences packing, int t, boolean backwards) {
    if (backwards) {
      int carried = packing.active(t + 1);
      return new Timestep(
          packing.offset(t), packing.active(t), carried == 0 ? 0 : packing.offset(t + 1), carried);
    }
    int carried = t == 0 ? 0 : packing.active(t);
    return new Timestep(
        packing.offset(t), packing.active(t), t == 0 ? 0 : packing.offset(t - 1), carried);
  }
}
