package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * An array that does not depend on the texts, row-major. Its elements are floats, or numbers that
 * may depend on the shape of the input. Immutable as long as its elements are not modified.
 */
public final class Constant implements Value {

  /** Maximum number of elements. */
  static final long MAX_SIZE = 1L << 27;

  private final Kind kind;
  private final int[] shape;
  private final Elements elements;

  /** Elements in order. */
  private sealed interface Elements {

    Amount at(int index);

    Elements pick(int[] indices);

    int size();
  }

  @SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
  private record Floats(float[] values) implements Elements {

    @Override
    public Amount at(int index) {
      return Amount.of(values[index]);
    }

    @Override
    public Elements pick(int[] indices) {
      float[] picked = new float[indices.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = values[indices[i]];
      }
      return new Floats(picked);
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
  private record Amounts(Amount[] values) implements Elements {

    @Override
    public Amount at(int index) {
      return values[index];
    }

    @Override
    public Elements pick(int[] indices) {
      return new Amounts(
          Arrays.stream(indices).mapToObj(index -> values[index]).toArray(Amount[]::new));
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  private Constant(Kind kind, int[] shape, Elements elements) {
    this.kind = kind;
    this.shape = shape;
    this.elements = elements;
    if (size(shape) != elements.size()) {
      throw new UnsupportedOnnxModelException(
          "shape %s has %d elements, found %d"
              .formatted(Arrays.toString(shape), size(shape), elements.size()),
          "Export the model again");
    }
  }

  public static Constant floats(int[] shape, float[] values) {
    return new Constant(Kind.FLOAT, shape, new Floats(values));
  }

  public static Constant of(Kind kind, int[] shape, Amount... values) {
    return new Constant(kind, shape, new Amounts(values));
  }

  /** Creates a vector of integers. */
  public static Constant vector(List<Amount> values) {
    return of(Kind.INTEGER, new int[] {values.size()}, values.toArray(Amount[]::new));
  }

  /** Returns the number of elements of a shape. */
  public static int size(int... shape) {
    long size = 1;
    for (int length : shape) {
      size = length < 0 ? -1 : Math.multiplyExact(size, length);
      if (size < 0 || size > MAX_SIZE) {
        throw new UnsupportedOnnxModelException(
            "an array has shape %s, the limit is %d elements"
                .formatted(Arrays.toString(shape), MAX_SIZE),
            "Import a smaller model");
      }
    }
    return (int) size;
  }

  public Kind kind() {
    return kind;
  }

  public int[] shape() {
    return shape.clone();
  }

  public int rank() {
    return shape.length;
  }

  public int size() {
    return elements.size();
  }

  public Amount at(int index) {
    return elements.at(index);
  }

  public List<Amount> values() {
    List<Amount> values = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      values.add(at(i));
    }
    return values;
  }

  /** Returns the only element, or nothing if there are others. */
  public Optional<Amount> uniform() {
    if (size() == 0) {
      return Optional.empty();
    }
    Amount first = at(0);
    for (int i = 1; i < size(); i++) {
      if (!at(i).equals(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  /** Returns the elements as floats. */
  public float[] floats() {
    if (elements instanceof Floats known) {
      return known.values();
    }
    float[] values = new float[size()];
    for (int i = 0; i < values.length; i++) {
      Amount value = at(i);
      if (!value.isConstant()) {
        throw new UnsupportedOnnxModelException(
            "a weight depends on the shape of the input", "Export the model with fixed weights");
      }
      values[i] = (float) value.constant();
    }
    return values;
  }

  @Override
  public List<Amount> dims() {
    return Arrays.stream(shape).mapToObj(Amount::of).toList();
  }

  /** Returns the elements at given indices, in another shape. */
  public Constant pick(int[] newShape, int[] indices) {
    return new Constant(kind, newShape, elements.pick(indices));
  }

  /** Returns the same elements in another shape. */
  public Constant reshaped(int... newShape) {
    return new Constant(kind, newShape, elements);
  }

  public Constant as(Kind other) {
    if (kind == other || other == Kind.FLOAT) {
      return new Constant(other, shape, elements);
    }
    Amount[] values = new Amount[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = converted(at(i), other);
    }
    return of(other, shape, values);
  }

  public static Amount converted(Amount value, Kind kind) {
    if (!value.isConstant() || kind == Kind.FLOAT) {
      return value;
    }
    return kind == Kind.BOOL
        ? Amount.of(value.constant() == 0 ? 0 : 1)
        : Amount.of(
            value.constant() < 0 ? Math.ceil(value.constant()) : Math.floor(value.constant()));
  }

  /** Returns element-wise results with broadcasting. */
  public static Constant zip(
      Constant first, Constant second, Kind kind, BinaryOperator<Amount> operation) {
    int[] shape = lengths(Value.broadcast(first.dims(), second.dims()));
    int[] left = new Positions(first.shape).broadcast(shape);
    int[] right = new Positions(second.shape).broadcast(shape);
    if (kind == Kind.FLOAT
        && first.elements instanceof Floats
        && second.elements instanceof Floats) {
      float[] values = new float[left.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) operation.apply(first.at(left[i]), second.at(right[i])).constant();
      }
      return floats(shape, values);
    }
    Amount[] values = new Amount[left.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = operation.apply(first.at(left[i]), second.at(right[i]));
    }
    return of(kind, shape, values);
  }

  public static int[] lengths(List<Amount> dims) {
    return dims.stream().mapToInt(Constant::length).toArray();
  }

  public static int length(Amount dim) {
    return dim.whole()
        .orElseThrow(
            () ->
                new UnsupportedOnnxModelException(
                    "an array has a length of " + dim, "Export the model with fixed weights"));
  }
}
