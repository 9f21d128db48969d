package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Dense array of 32-bit floats, row-major. The data is shared, not copied: do not change an array
 * after passing it here.
 */
public final class Tensor {

  private final List<Integer> shape;
  private final float[] data;

  /**
   * Wraps an array.
   *
   * @param shape lengths of the axes
   * @param data elements, the last axis fastest
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

  /** Returns the lengths of the axes. */
  public List<Integer> shape() {
    return shape;
  }

  /** Returns the elements, not a copy. */
  public float[] data() {
    return data;
  }
}
