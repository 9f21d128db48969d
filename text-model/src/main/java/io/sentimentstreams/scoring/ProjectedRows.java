package io.sentimentstreams.scoring;

/** Gate rows of a sequence of vectors: one matrix product for all timesteps. */
final class ProjectedRows implements GateRows {

  private final FloatSequence input;
  private final PackedCell cell;
  private final FloatSequence rows;
  private final float[] scratch;

  ProjectedRows(FloatSequence input, PackedCell cell) {
    this.input = input;
    this.cell = cell;
    rows = new FloatSequence(cell.rowWidth());
    scratch = new float[cell.rowWidth()];
  }

  @Override
  public void prepare() {
    rows.resize(input.steps());
    cell.project(input.values(), input.steps(), rows.values(), 0, scratch);
  }

  @Override
  public float[] values() {
    return rows.values();
  }

  @Override
  public int from(int step) {
    return step * rows.width();
  }
}
