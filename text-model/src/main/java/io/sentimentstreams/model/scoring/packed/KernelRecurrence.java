package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/**
 * Run of a cell over the gate rows of several records side by side, forward or backward. When a
 * record is finished, the longer ones continue without it.
 */
final class KernelRecurrence implements KernelStage {

  /** Direction of a recurrence. */
  enum Direction {
    FORWARD,
    BACKWARD
  }

  private final TokenBatch tokens;
  private final InputProjections rows;
  private final KernelCell cell;
  private final Direction direction;
  private final HiddenOutput output;
  private final int[] steps;
  private final int[] from;

  /**
   * Creates a stage.
   *
   * @param tokens start and end of each record, in descending order of length
   * @param records maximum number of records
   */
  KernelRecurrence(
      TokenBatch tokens,
      int records,
      InputProjections rows,
      KernelCell cell,
      Direction direction,
      HiddenOutput output) {
    this.tokens = tokens;
    this.rows = rows;
    this.cell = cell;
    this.direction = direction;
    this.output = output;
    steps = new int[records];
    from = new int[records];
  }

  @Override
  public void run() {
    rows.prepare();
    output.begin(tokens.records(), tokens.steps());
    cell.reset();
    float[] hidden = cell.hidden();
    int active = active(tokens.records(), 0);
    for (int pass = 0; active > 0; active = active(active, ++pass)) {
      for (int r = 0; r < active; r++) {
        int step = direction == Direction.FORWARD ? pass : tokens.steps(r) - 1 - pass;
        steps[r] = tokens.begin(r) + step;
        from[r] = rows.from(steps[r]);
      }
      cell.step(rows.values(), from, active, pass);
      output.accept(hidden, steps, active);
    }
    output.end(hidden);
  }

  /** Returns the number of records, from the first one on, that have more timesteps than this. */
  private int active(int records, int pass) {
    int active = records;
    while (active > 0 && tokens.steps(active - 1) <= pass) {
      active--;
    }
    return active;
  }
}
