package io.sentimentstreams.scoring;

import java.util.Arrays;

/** {@link GruCell} on kernels, with the reset after the product. */
final class ResetAfterKernelCell implements KernelCell {

  private final Kernels kernels;
  private final int width;
  private final PackedMatrix gateKernel;
  private final PackedMatrix candidateKernel;
  private final float[] candidateBias;
  private final float[] gates;
  private final float[] candidate;
  private final float[] h;

  ResetAfterKernelCell(
      Kernels kernels,
      GateLayout layout,
      PackedMatrix gateKernel,
      PackedMatrix candidateKernel,
      float[] candidateBias) {
    this.kernels = kernels;
    width = layout.gateWidth();
    this.gateKernel = gateKernel;
    this.candidateKernel = candidateKernel;
    this.candidateBias = candidateBias;
    gates = new float[gateKernel.width()];
    candidate = new float[candidateKernel.width()];
    h = new float[width];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(float[] rows, int from, int pass) {
    // Every other timestep the other way round, as within a matrix, for the sake of the cache.
    if ((pass & 1) == 0) {
      gateKernel.product(h, rows, from, gates, pass);
      candidateKernel.product(h, candidateBias, 0, candidate, pass);
    } else {
      candidateKernel.product(h, candidateBias, 0, candidate, pass);
      gateKernel.product(h, rows, from, gates, pass);
    }
    kernels.tanh(gates, 2 * width);
    kernels.resetAndAdd(gates, width, rows, from + 2 * width, candidate);
    kernels.tanh(candidate, width);
    kernels.gru(gates, width, candidate, h);
  }

  @Override
  public float[] hidden() {
    return h;
  }
}
