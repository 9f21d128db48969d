package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.MatrixProducts;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;
import java.util.Arrays;

/** {@code GruCell} on kernels, with the reset after the product. */
final class ResetAfterKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final int rowWidth;
  private final MatrixProducts recurrent;
  private final float[] candidateBias;
  private final float[] gates;
  private final float[] h;
  private final float[] inputs;

  /**
   * Creates a cell.
   *
   * @param candidateBias bias that is added before the reset
   */
  ResetAfterKernelCell(
      GateLayout layout, int rowWidth, PackedMatrix recurrentKernel, float[] candidateBias) {
    kernels = layout.kernels();
    width = layout.gateWidth();
    this.rowWidth = rowWidth;
    recurrent = recurrentKernel.newProducts(width, rowWidth);
    this.candidateBias = candidateBias;
    gates = new float[kernels.recordsAtOnce() * rowWidth];
    inputs = new float[kernels.recordsAtOnce() * width];
    h = new float[kernels.recordsAtOnce() * width];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int[] from, int count, int pass) {
    for (int r = 0; r < count; r++) {
      int row = r * rowWidth;
      System.arraycopy(rows, from[r], gates, row, 2 * width);
      System.arraycopy(candidateBias, 0, gates, row + 2 * width, width);
      System.arraycopy(rows, from[r] + 2 * width, inputs, r * width, width);
    }
    recurrent.add(h, 0, count, gates, 0, pass);
    for (int r = 0; r < count; r++) {
      int row = r * rowWidth;
      kernels.tanh(gates, row, 2 * width);
      kernels.resetAndAdd(gates, row, width, inputs, r * width);
      kernels.tanh(gates, row + 2 * width, width);
      kernels.gru(gates, row, width, h, r * width);
    }
  }

  @Override
  public float[] hidden() {
    return h;
  }

  @Override
  public int stride() {
    return width;
  }
}
