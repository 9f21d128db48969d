package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.MatrixProducts;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;
import java.util.Arrays;

/** {@code SimpleRnnCell} on kernels. */
final class SimpleRnnKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final int rowWidth;
  private final MatrixProducts recurrent;
  private final float[] sums;
  private final float[] h;

  SimpleRnnKernelCell(GateLayout layout, int rowWidth, PackedMatrix recurrentKernel) {
    kernels = layout.kernels();
    width = layout.gateWidth();
    this.rowWidth = rowWidth;
    recurrent = recurrentKernel.newProducts(width, rowWidth);
    sums = new float[kernels.recordsAtOnce() * rowWidth];
    h = new float[kernels.recordsAtOnce() * width];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int[] from, int count, int pass) {
    for (int r = 0; r < count; r++) {
      System.arraycopy(rows, from[r], sums, r * rowWidth, width);
    }
    recurrent.add(h, 0, count, sums, 0, pass);
    for (int r = 0; r < count; r++) {
      System.arraycopy(sums, r * rowWidth, h, r * width, width);
    }
    kernels.tanh(h, 0, count * width);
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
