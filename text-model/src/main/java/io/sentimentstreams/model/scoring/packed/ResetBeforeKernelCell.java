package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.MatrixProducts;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;
import java.util.Arrays;

/** {@code GruCell} on kernels, with the reset before the product. */
final class ResetBeforeKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final int rowWidth;
  private final MatrixProducts recurrent;
  private final MatrixProducts candidates;
  private final float[] gates;
  private final float[] resetHidden;
  private final float[] h;

  ResetBeforeKernelCell(
      GateLayout layout, int rowWidth, PackedMatrix gateKernel, PackedMatrix candidateKernel) {
    kernels = layout.kernels();
    width = layout.gateWidth();
    this.rowWidth = rowWidth;
    recurrent = gateKernel.newProducts(width, rowWidth);
    candidates = candidateKernel.newProducts(width, rowWidth);
    gates = new float[kernels.recordsAtOnce() * rowWidth];
    resetHidden = new float[kernels.recordsAtOnce() * width];
    h = new float[kernels.recordsAtOnce() * width];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int[] from, int count, int pass) {
    for (int r = 0; r < count; r++) {
      System.arraycopy(rows, from[r], gates, r * rowWidth, 2 * width);
    }
    recurrent.add(h, 0, count, gates, 0, pass);
    for (int r = 0; r < count; r++) {
      int row = r * rowWidth;
      kernels.tanh(gates, row, 2 * width);
      kernels.reset(gates, row, width, h, resetHidden, r * width);
      System.arraycopy(rows, from[r] + 2 * width, gates, row + 2 * width, width);
    }
    candidates.add(resetHidden, 0, count, gates, 2 * width, pass);
    for (int r = 0; r < count; r++) {
      int row = r * rowWidth;
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
