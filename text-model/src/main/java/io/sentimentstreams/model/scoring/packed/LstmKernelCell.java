package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.MatrixProducts;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;
import java.util.Arrays;

/** {@code LstmCell} on kernels. */
final class LstmKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final int rowWidth;
  private final MatrixProducts recurrent;
  private final float[] gates;
  private final float[] c;
  private final float[] h;

  LstmKernelCell(GateLayout layout, int rowWidth, PackedMatrix recurrentKernel) {
    kernels = layout.kernels();
    width = layout.gateWidth();
    this.rowWidth = rowWidth;
    recurrent = recurrentKernel.newProducts(width, rowWidth);
    gates = new float[kernels.recordsAtOnce() * rowWidth];
    c = new float[kernels.recordsAtOnce() * width];
    h = new float[kernels.recordsAtOnce() * width];
  }

  @Override
  public void reset() {
    Arrays.fill(c, 0);
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int[] from, int count, int pass) {
    for (int r = 0; r < count; r++) {
      System.arraycopy(rows, from[r], gates, r * rowWidth, 4 * width);
    }
    recurrent.add(h, 0, count, gates, 0, pass);
    for (int r = 0; r < count; r++) {
      kernels.tanh(gates, r * rowWidth, 4 * width);
      kernels.lstm(gates, r * rowWidth, width, c, h, r * width);
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
