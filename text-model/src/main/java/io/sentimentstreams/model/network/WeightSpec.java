package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Name and shape of one weight.
 *
 * @param name {@code layer/weight}, for example {@code lstm/recurrent_kernel}
 * @param shape lengths of the axes, row-major, each positive
 */
public record WeightSpec(String name, List<Integer> shape) {

  public WeightSpec {
    shape = List.copyOf(shape);
    for (int length : shape) {
      if (length <= 0) {
        throw new IllegalArgumentException(
            "the shape of weight " + name + " must be positive, was " + shape);
      }
    }
  }

  /** Returns the number of elements. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
