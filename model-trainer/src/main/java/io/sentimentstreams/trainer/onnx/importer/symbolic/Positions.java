package io.sentimentstreams.trainer.onnx.importer.symbolic;

/**
 * Positions of elements in a row-major array, before and after its axes are moved.
 *
 * @param shape lengths of the axes
 */
@SuppressWarnings("ArrayRecordComponent")
public // Not modified, and not compared.
record Positions(int[] shape) {

  /** Returns the source of each element after the axes are permuted. */
  public int[] transposed(int[] permutation) {
    int[] strides = strides();
    int[] newShape = new int[shape.length];
    int[] newStrides = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      newShape[i] = shape[permutation[i]];
      newStrides[i] = strides[permutation[i]];
    }
    return walk(newShape, newStrides, 0);
  }

  /** Returns the source of each element after the array is broadcast to a shape. */
  public int[] broadcast(int[] target) {
    int[] strides = strides();
    int[] newStrides = new int[target.length];
    int added = target.length - shape.length;
    for (int i = added; i < target.length; i++) {
      newStrides[i] = shape[i - added] == 1 ? 0 : strides[i - added];
    }
    return walk(target, newStrides, 0);
  }

  /** Returns the source of each element after one axis is replaced by some of its positions. */
  public int[] picked(int axis, int[] positions) {
    int outer = 1;
    for (int i = 0; i < axis; i++) {
      outer *= shape[i];
    }
    int inner = strides()[axis];
    int[] sources = new int[Constant.size(outer, positions.length, inner)];
    int next = 0;
    for (int i = 0; i < outer; i++) {
      for (int position : positions) {
        for (int j = 0; j < inner; j++) {
          sources[next++] = (i * shape[axis] + position) * inner + j;
        }
      }
    }
    return sources;
  }

  private int[] strides() {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  private static int[] walk(int[] shape, int[] strides, int offset) {
    int[] sources = new int[Constant.size(shape)];
    int[] at = new int[shape.length];
    int source = offset;
    for (int i = 0; i < sources.length; i++) {
      sources[i] = source;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        source += strides[axis];
        at[axis]++;
        if (at[axis] < shape[axis]) {
          break;
        }
        source -= strides[axis] * shape[axis];
        at[axis] = 0;
      }
    }
    return sources;
  }
}
