package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A symbolic value of a graph. */
public sealed interface Value
    permits Constant,
        Value.Splat,
        Value.Ramp,
        Value.TokenIds,
        Activations,
        Value.Scores,
        Value.Unusable {

  /** Kind of the elements. */
  enum Kind {
    FLOAT,
    INTEGER,
    BOOL
  }

  /** Returns the lengths of the axes. */
  List<Amount> dims();

  /**
   * One number at all positions.
   *
   * @param value the number; 0 or 1 for a boolean
   * @param masked whether the number depends on the assumption that no text is padded
   */
  record Splat(Kind kind, Amount value, List<Amount> dims, boolean masked) implements Value {

    public Splat {
      dims = List.copyOf(dims);
    }

    public Splat withDims(List<Amount> other) {
      return new Splat(kind, value, other, masked);
    }

    public Splat with(Kind otherKind, Amount other) {
      return new Splat(otherKind, other, dims, masked);
    }
  }

  /**
   * Numbers {@code scale * i + offset}, where i is the position on one axis.
   *
   * @param axis index of that axis
   */
  record Ramp(List<Amount> dims, int axis, Amount scale, Amount offset) implements Value {

    public Ramp {
      dims = List.copyOf(dims);
    }

    /** Returns whether the numbers are the positions themselves. */
    public boolean isIdentity() {
      return scale.is(1) && offset.is(0);
    }

    /** Returns the largest number. */
    public Optional<Amount> largest() {
      return dims.get(axis).minus(Amount.ONE).times(scale).map(last -> last.plus(offset));
    }
  }

  /** Token indices of the input. */
  record TokenIds(List<Axis> axes) implements Value {

    public TokenIds {
      axes = List.copyOf(axes);
    }

    @Override
    public List<Amount> dims() {
      return Axis.sizes(axes);
    }
  }

  /**
   * Result of a softmax, which only the output of a graph can be.
   *
   * @param logits features before the softmax
   * @param logarithm whether the values are logarithms of probabilities
   */
  record Scores(List<Axis> axes, Columns logits, boolean logarithm) implements Value {

    public Scores {
      axes = List.copyOf(axes);
    }

    @Override
    public List<Amount> dims() {
      return Axis.sizes(axes);
    }
  }

  /** Value that no supported operation reads. */
  record Unusable(String description, String remedy) implements Value {

    @Override
    public List<Amount> dims() {
      throw new UnsupportedOnnxModelException("the graph uses " + description, remedy);
    }
  }

  /** Returns the broadcast shape of two shapes. */
  static List<Amount> broadcast(List<Amount> first, List<Amount> second) {
    int rank = Math.max(first.size(), second.size());
    List<Amount> dims = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      Amount one = fromRight(first, rank - 1 - i);
      Amount other = fromRight(second, rank - 1 - i);
      if (!one.is(1) && !other.is(1) && !one.equals(other)) {
        throw new UnsupportedOnnxModelException(
            "shapes %s and %s do not fit".formatted(first, second), "Export the model again");
      }
      dims.add(one.is(1) ? other : one);
    }
    return dims;
  }

  private static Amount fromRight(List<Amount> dims, int index) {
    return index < dims.size() ? dims.get(dims.size() - 1 - index) : Amount.ONE;
  }
}
