package io.sentimentstreams.scoring;

import java.util.Arrays;

/** {@link SimpleRnnCell} on kernels. */
final class SimpleRnnKernelCell implements KernelCell {

  private final Kernels kernels;
  private final PackedMatrix recurrentKernel;
  private final float[] sum;
  private final float[] h;

  SimpleRnnKernelCell(Kernels kernels, GateLayout layout, PackedMatrix recurrentKernel) {
    this.kernels = kernels;
    this.recurrentKernel = recurrentKernel;
    sum = new float[recurrentKernel.width()];
    h = new float[layout.gateWidth()];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int from, int pass) {
    recurrentKernel.product(h, rows, from, sum, pass);
    System.arraycopy(sum, 0, h, 0, h.length);
    kernels.tanh(h, h.length);
  }

  @Override
  public float[] hidden() {
    return h;
  }
}
