package io.sentimentstreams.model.network;

import java.util.List;

/**
 * A dense array of 32-bit floats, row-major. The data is shared, not copied: whoever hands an array
 * over must not change it afterwards.
 */
public final class Tensor {

  private final List<Integer> shape;
  private final float[] data;

  /**
   * Wraps an array.
   *
   * @param shape the axes' lengths
   * @param data the elements, the last axis fastest
   */
  public Tensor(List<Integer> shape, float[] data) {
    this.shape = List.copyOf(shape);
    this.data = data;
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    if (size != data.length) {
      throw new IllegalArgumentException(
          "a tensor of shape " + shape + " has " + size + " elements, was " + data.length);
    }
  }

  /** The axes' lengths. */
  public List<Integer> shape() {
    return shape;
  }

  /** The elements themselves, not a copy. */
  public float[] data() {
    return data;
  }
}
