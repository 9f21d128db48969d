package io.sentimentstreams.model.scoring.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over SIMD vectors. Load this class only if the module {@code jdk.incubator.vector} is
 * present. It uses only methods that are the same in every release since 17.
 *
 * <p>Each loop is small, so the operands of an iteration fit the registers. No method has a vector
 * as parameter or result, because each vector would be allocated if the compiler did not inline the
 * method. {@code fma(HALF, HALF)} computes the sigmoid from the hyperbolic tangent of half its
 * argument.
 */
public final class VectorKernels implements Kernels {

  /** Width of all vectors. A constant, so that the compiler can generate single instructions. */
  public static final VectorSpecies<Float> SPECIES = species();

  private static final int LANES = SPECIES.length();

  private static final FloatVector HALF = FloatVector.broadcast(SPECIES, 0.5f);
  private static final IntVector SIGN = HALF.reinterpretAsInts().broadcast(Integer.MIN_VALUE);
  private static final IntVector MAGNITUDE = SIGN.not();
  private static final IntVector LIMIT =
      FloatVector.broadcast(SPECIES, RationalTanh.LIMIT).reinterpretAsInts();
  private static final FloatVector P0 = FloatVector.broadcast(SPECIES, RationalTanh.P0);
  private static final FloatVector P1 = FloatVector.broadcast(SPECIES, RationalTanh.P1);
  private static final FloatVector P2 = FloatVector.broadcast(SPECIES, RationalTanh.P2);
  private static final FloatVector P3 = FloatVector.broadcast(SPECIES, RationalTanh.P3);
  private static final FloatVector P4 = FloatVector.broadcast(SPECIES, RationalTanh.P4);
  private static final FloatVector Q0 = FloatVector.broadcast(SPECIES, RationalTanh.Q0);
  private static final FloatVector Q1 = FloatVector.broadcast(SPECIES, RationalTanh.Q1);
  private static final FloatVector Q2 = FloatVector.broadcast(SPECIES, RationalTanh.Q2);
  private static final FloatVector Q3 = FloatVector.broadcast(SPECIES, RationalTanh.Q3);
  private static final FloatVector Q4 = FloatVector.broadcast(SPECIES, RationalTanh.Q4);

  private static VectorSpecies<Float> species() {
    int bits = KernelSelection.vectorBits();
    return switch (bits) {
      case 0 -> FloatVector.SPECIES_PREFERRED;
      case 128 -> FloatVector.SPECIES_128;
      case 256 -> FloatVector.SPECIES_256;
      case 512 -> FloatVector.SPECIES_512;
      default ->
          throw new IllegalArgumentException(
              KernelSelection.VECTOR_BITS + " must be 128, 256 or 512, was " + bits);
    };
  }

  @Override
  public String description() {
    return "vectors of " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public int padded(int units) {
    return (units + LANES - 1) / LANES * LANES;
  }

  @Override
  public int width(int columns) {
    return VectorMatrix.width(columns);
  }

  @Override
  public int recordsAtOnce() {
    return VectorProducts.ROWS;
  }

  @Override
  public long size(int rows, int columns) {
    return VectorMatrix.size(rows, columns);
  }

  @Override
  public PackedMatrix pack(float[] values, int rows, int columns, WeightArena memory) {
    return new VectorMatrix(values, rows, columns, memory);
  }

  @Override
  public void tanh(float[] values, int from, int count) {
    int end = from + count;
    for (int j = from; j < end; j += LANES) {
      IntVector bits = fromArray(SPECIES, values, j).reinterpretAsInts();
      // As integers, nonnegative floats have the same order, and their minimum is one instruction.
      FloatVector x = bits.and(MAGNITUDE).min(LIMIT).reinterpretAsFloats();
      FloatVector u = x.mul(x);
      FloatVector p = P4.fma(u, P3).fma(u, P2).fma(u, P1).fma(u, P0);
      FloatVector q = Q4.fma(u, Q3).fma(u, Q2).fma(u, Q1).fma(u, Q0);
      x.mul(p)
          .div(q)
          .reinterpretAsInts()
          .or(bits.and(SIGN))
          .reinterpretAsFloats()
          .intoArray(values, j);
    }
  }

  @Override
  public void lstm(float[] gates, int from, int width, float[] c, float[] h, int at) {
    for (int j = 0; j < width; j += LANES) {
      FloatVector input = fromArray(SPECIES, gates, from + j).fma(HALF, HALF);
      FloatVector forget = fromArray(SPECIES, gates, from + width + j).fma(HALF, HALF);
      FloatVector candidate = fromArray(SPECIES, gates, from + 2 * width + j);
      FloatVector cell = forget.mul(fromArray(SPECIES, c, at + j)).add(input.mul(candidate));
      cell.intoArray(c, at + j);
      cell.intoArray(h, at + j);
    }
    tanh(h, at, width);
    int output = from + 3 * width;
    for (int j = 0; j < width; j += LANES) {
      fromArray(SPECIES, gates, output + j)
          .fma(HALF, HALF)
          .mul(fromArray(SPECIES, h, at + j))
          .intoArray(h, at + j);
    }
  }

  @Override
  public void reset(float[] gates, int from, int width, float[] h, float[] y, int at) {
    for (int j = 0; j < width; j += LANES) {
      fromArray(SPECIES, gates, from + width + j)
          .fma(HALF, HALF)
          .mul(fromArray(SPECIES, h, at + j))
          .intoArray(y, at + j);
    }
  }

  @Override
  public void resetAndAdd(float[] gates, int from, int width, float[] x, int xFrom) {
    int y = from + 2 * width;
    for (int j = 0; j < width; j += LANES) {
      fromArray(SPECIES, gates, from + width + j)
          .fma(HALF, HALF)
          .mul(fromArray(SPECIES, gates, y + j))
          .add(fromArray(SPECIES, x, xFrom + j))
          .intoArray(gates, y + j);
    }
  }

  @Override
  public void gru(float[] gates, int from, int width, float[] h, int at) {
    for (int j = 0; j < width; j += LANES) {
      FloatVector proposed = fromArray(SPECIES, gates, from + 2 * width + j);
      FloatVector kept = fromArray(SPECIES, h, at + j).sub(proposed);
      fromArray(SPECIES, gates, from + j)
          .fma(HALF, HALF)
          .mul(kept)
          .add(proposed)
          .intoArray(h, at + j);
    }
  }

  @Override
  public void max(float[] values, int from, float[] max, int at, int count) {
    for (int j = 0; j < count; j += LANES) {
      FloatVector value = fromArray(SPECIES, values, from + j);
      FloatVector before = fromArray(SPECIES, max, at + j);
      before.blend(value, value.compare(VectorOperators.GT, before)).intoArray(max, at + j);
    }
  }

  @Override
  public void add(float[] values, int from, float[] sum, int at, int count) {
    for (int j = 0; j < count; j += LANES) {
      fromArray(SPECIES, sum, at + j)
          .add(fromArray(SPECIES, values, from + j))
          .intoArray(sum, at + j);
    }
  }
}
