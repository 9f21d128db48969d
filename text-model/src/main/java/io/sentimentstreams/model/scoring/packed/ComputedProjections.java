package io.sentimentstreams.model.scoring.packed;

/** Gate rows of a sequence of vectors, computed as matrix products of many timesteps at once. */
final class ComputedProjections implements InputProjections {

  private final FloatSequence input;
  private final Projection projection;
  private final FloatSequence rows;

  ComputedProjections(FloatSequence input, PackedCell cell) {
    this.input = input;
    projection = cell.newProjection();
    rows = new FloatSequence(cell.rowWidth());
  }

  @Override
  public void prepare() {
    rows.resize(input.steps());
    projection.write(input.values(), input.steps(), rows.values(), 0);
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
