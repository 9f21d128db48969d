package io.sentimentstreams.model.scoring.reference;

/** Run of a cell over a sequence, forward or backward. */
final class RecurrentStage implements Stage {

  private final Cell cell;
  private final boolean returnSequences;
  private final boolean backwards;
  private final Sequence output;

  RecurrentStage(Cell cell, boolean returnSequences, boolean backwards) {
    this.cell = cell;
    this.returnSequences = returnSequences;
    this.backwards = backwards;
    output = new Sequence(cell.hidden().length);
  }

  @Override
  public void run(Sequence input) {
    int steps = input.steps();
    output.resize(returnSequences ? steps : 1);
    cell.reset();
    for (int t = 0; t < steps; t++) {
      int step = backwards ? steps - 1 - t : t;
      cell.step(input.values(), step * input.width());
      if (returnSequences) {
        copyHidden(step);
      }
    }
    if (!returnSequences) {
      copyHidden(0);
    }
  }

  private void copyHidden(int step) {
    int width = output.width();
    System.arraycopy(cell.hidden(), 0, output.values(), step * width, width);
  }

  @Override
  public Sequence output() {
    return output;
  }
}
