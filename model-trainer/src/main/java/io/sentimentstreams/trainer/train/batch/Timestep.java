package io.sentimentstreams.trainer.train.batch;

/**
 * The rows of one timestep, in the order in which a recurrence meets them.
 *
 * @param row the first row
 * @param rows how many sequences have this timestep
 * @param previous the first row of the timestep that was met before
 * @param carried how many of the sequences, the first ones, had that timestep: the others begin
 *     here
 */
public record Timestep(int row, int rows, int previous, int carried) {

  /**
   * The timestep that stands at a place of a sequence.
   *
   * @param backwards whether the sequences are read from their last timestep to their first
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
