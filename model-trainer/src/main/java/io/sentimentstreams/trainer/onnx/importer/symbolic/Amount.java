package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.Optional;

/**
 * A number that may depend on the shape of the input: {@code constant + batch * B + steps * T +
 * cells * B * T}, where B is the number of texts and T their length, both at least 1.
 */
public record Amount(double constant, double batch, double steps, double cells) {

  public static final Amount ZERO = of(0);
  public static final Amount ONE = of(1);

  /** Number of texts. */
  public static final Amount BATCH = new Amount(0, 1, 0, 0);

  /** Number of timesteps. */
  public static final Amount STEPS = new Amount(0, 0, 1, 0);

  public Amount {
    // A negative zero equals zero.
    constant += 0.0;
    batch += 0.0;
    steps += 0.0;
    cells += 0.0;
  }

  public static Amount of(double constant) {
    return new Amount(constant, 0, 0, 0);
  }

  public boolean isConstant() {
    return batch == 0 && steps == 0 && cells == 0;
  }

  public boolean is(double value) {
    return isConstant() && constant == value;
  }

  public Amount plus(Amount other) {
    return new Amount(
        constant + other.constant, batch + other.batch, steps + other.steps, cells + other.cells);
  }

  public Amount minus(Amount other) {
    return plus(other.scaled(-1));
  }

  public Amount scaled(double factor) {
    return isConstant()
        ? of(constant * factor)
        : new Amount(constant * factor, batch * factor, steps * factor, cells * factor);
  }

  /** Returns the product, or nothing if it has a power of B or T. */
  public Optional<Amount> times(Amount other) {
    if (other.isConstant()) {
      return Optional.of(scaled(other.constant));
    }
    if (isConstant()) {
      return Optional.of(other.scaled(constant));
    }
    boolean powers =
        batch * other.batch != 0
            || steps * other.steps != 0
            || cells * (other.batch + other.steps + other.cells) != 0
            || other.cells * (batch + steps) != 0;
    return powers
        ? Optional.empty()
        : Optional.of(
            new Amount(
                constant * other.constant,
                constant * other.batch + batch * other.constant,
                constant * other.steps + steps * other.constant,
                constant * other.cells
                    + cells * other.constant
                    + batch * other.steps
                    + steps * other.batch));
  }

  /** Returns the quotient if it is known. */
  public Optional<Amount> dividedBy(Amount other) {
    if (other.isConstant() && other.constant != 0) {
      return Optional.of(scaled(1 / other.constant));
    }
    if (equals(other)) {
      return Optional.of(ONE);
    }
    if (other.equals(BATCH) && constant == 0 && steps == 0) {
      return Optional.of(new Amount(batch, 0, cells, 0));
    }
    if (other.equals(STEPS) && constant == 0 && batch == 0) {
      return Optional.of(new Amount(steps, cells, 0, 0));
    }
    return Optional.empty();
  }

  /** Returns the sign of the difference to another number if it is the same for all B and T. */
  public Optional<Integer> compare(Amount other) {
    Amount difference = minus(other);
    if (difference.isConstant()) {
      return Optional.of((int) Math.signum(difference.constant));
    }
    double atOne = difference.constant + difference.batch + difference.steps + difference.cells;
    if (difference.batch >= 0 && difference.steps >= 0 && difference.cells >= 0 && atOne > 0) {
      return Optional.of(1);
    }
    if (difference.batch <= 0 && difference.steps <= 0 && difference.cells <= 0 && atOne < 0) {
      return Optional.of(-1);
    }
    return Optional.empty();
  }

  /** Returns whether this number is at least another one for all B and T. */
  public boolean isAtLeast(Amount other) {
    Amount difference = minus(other);
    return difference.batch >= 0
        && difference.steps >= 0
        && difference.cells >= 0
        && difference.constant + difference.batch + difference.steps + difference.cells >= 0;
  }

  /** Returns the whole number if it does not depend on the input and is an int. */
  public Optional<Integer> whole() {
    return isConstant() && constant == (int) constant
        ? Optional.of((int) constant)
        : Optional.empty();
  }

  @Override
  public String toString() {
    if (isConstant()) {
      return constant == Math.rint(constant) && Math.abs(constant) < 1e15
          ? Long.toString((long) constant)
          : Double.toString(constant);
    }
    if (equals(BATCH)) {
      return "batch";
    }
    return equals(STEPS)
        ? "steps"
        : "%s + %s*batch + %s*steps + %s*batch*steps".formatted(constant, batch, steps, cells);
  }
}
