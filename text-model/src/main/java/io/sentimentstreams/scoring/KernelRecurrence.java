package io.sentimentstreams.scoring;

/** Runs a cell over gate rows, from the first timestep or from the last. */
final class KernelRecurrence implements KernelStage {

  /** Where a recurrence begins. */
  enum Direction {
    FORWARD,
    BACKWARD
  }

  private final GateRows rows;
  private final KernelCell cell;
  private final Direction direction;
  private final HiddenOutput output;

  KernelRecurrence(GateRows rows, KernelCell cell, Direction direction, HiddenOutput output) {
    this.rows = rows;
    this.cell = cell;
    this.direction = direction;
    this.output = output;
  }

  @Override
  public void run() {
    int steps = rows.prepare();
    output.begin(steps);
    cell.reset();
    float[] hidden = cell.hidden();
    for (int pass = 0; pass < steps; pass++) {
      int step = direction == Direction.FORWARD ? pass : steps - 1 - pass;
      cell.step(rows.values(), rows.from(step), pass);
      output.take(hidden, step);
    }
    output.end(hidden);
  }
}
