package io.sentimentstreams.trainer.vectorize;

import java.nio.ByteBuffer;

/** Number type of the output, with NumPy's names. */
public enum NumberType {
  /** 32-bit integers. */
  INT32("<i4", Integer.BYTES) {
    @Override
    void put(ByteBuffer buffer, double number) {
      buffer.putInt(checked(number).intValue());
    }

    @Override
    Number checked(double number) {
      return integer(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  },
  /** 64-bit integers. */
  INT64("<i8", Long.BYTES) {
    @Override
    void put(ByteBuffer buffer, double number) {
      buffer.putLong(checked(number).longValue());
    }

    @Override
    Number checked(double number) {
      return integer(number, -MAX_EXACT, MAX_EXACT);
    }
  },
  /** 32-bit floating point. */
  FLOAT32("<f4", Float.BYTES) {
    @Override
    void put(ByteBuffer buffer, double number) {
      buffer.putFloat((float) number);
    }

    @Override
    Number checked(double number) {
      return (float) number;
    }
  },
  /** 64-bit floating point. */
  FLOAT64("<f8", Double.BYTES) {
    @Override
    void put(ByteBuffer buffer, double number) {
      buffer.putDouble(number);
    }

    @Override
    Number checked(double number) {
      return number;
    }
  };

  /** Largest magnitude up to which a double represents every integer exactly. */
  private static final long MAX_EXACT = 1L << 53;

  private final String descriptor;
  private final int bytes;

  NumberType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** Returns NumPy's type descriptor for file headers. */
  String descriptor() {
    return descriptor;
  }

  /** Returns the size of a number in bytes. */
  int bytes() {
    return bytes;
  }

  /** Appends a number. */
  abstract void put(ByteBuffer buffer, double number);

  /**
   * Converts a number to this type.
   *
   * @throws IllegalArgumentException if this is an integer type and the number is not an integer in
   *     its range
   */
  abstract Number checked(double number);

  private static Number integer(double number, long min, long max) {
    if (number != Math.rint(number) || number < min || number > max) {
      throw new IllegalArgumentException(
          "Not an integer in the range of --dtype: %s. Use --dtype float32 or float64."
              .formatted(number));
    }
    return (long) number;
  }
}
