package io.sentimentstreams.scoring;

import java.util.Arrays;

/** {@link LstmCell} on kernels. */
final class LstmKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final PackedMatrix recurrentKernel;
  private final float[] gates;
  private final float[] c;
  private final float[] h;

  LstmKernelCell(Kernels kernels, GateLayout layout, PackedMatrix recurrentKernel) {
    this.kernels = kernels;
    width = layout.gateWidth();
    this.recurrentKernel = recurrentKernel;
    gates = new float[recurrentKernel.width()];
    c = new float[width];
    h = new float[width];
  }

  @Override
  public void reset() {
    Arrays.fill(c, 0);
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int from, int pass) {
    recurrentKernel.product(h, rows, from, gates, pass);
    kernels.tanh(gates, 4 * width);
    kernels.lstm(gates, width, c, h);
  }

  @Override
  public float[] hidden() {
    return h;
  }
}
