package io.sentimentstreams.scoring;

import java.util.Arrays;

/** {@link GruCell} on kernels, with the reset before the product. */
final class ResetBeforeKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final PackedMatrix gateKernel;
  private final PackedMatrix candidateKernel;
  private final float[] gates;
  private final float[] resetHidden;
  private final float[] candidate;
  private final float[] h;

  ResetBeforeKernelCell(
      Kernels kernels, GateLayout layout, PackedMatrix gateKernel, PackedMatrix candidateKernel) {
    this.kernels = kernels;
    width = layout.gateWidth();
    this.gateKernel = gateKernel;
    this.candidateKernel = candidateKernel;
    gates = new float[gateKernel.width()];
    resetHidden = new float[width];
    candidate = new float[candidateKernel.width()];
    h = new float[width];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int from, int pass) {
    gateKernel.product(h, rows, from, gates, pass);
    kernels.tanh(gates, 2 * width);
    kernels.reset(gates, width, h, resetHidden);
    candidateKernel.product(resetHidden, rows, from + 2 * width, candidate, pass);
    kernels.tanh(candidate, width);
    kernels.gru(gates, width, candidate, h);
  }

  @Override
  public float[] hidden() {
    return h;
  }
}
