package io.sentimentstreams.trainer.vectorize;

import java.nio.ByteBuffer;

/** How numbers are written: the names and the meaning are numpy's. */
public enum NumberType {
  /** 32-bit whole numbers. */
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
  /** 64-bit whole numbers. */
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

  /** Up to here every whole number is a double. */
  private static final long MAX_EXACT = 1L << 53;

  private final String descriptor;
  private final int bytes;

  NumberType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** What numpy calls it in a file's header. */
  String descriptor() {
    return descriptor;
  }

  /** How many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** Appends a number. */
  abstract void put(ByteBuffer buffer, double number);

  /**
   * A number as this type holds it.
   *
   * @throws IllegalArgumentException if it is a whole number's type and the number is not whole
   */
  abstract Number checked(double number);

  private static Number integer(double number, long least, long largest) {
    if (number != Math.rint(number) || number < least || number > largest) {
      throw new IllegalArgumentException(
          "%s is no whole number that fits; give --dtype float32 or float64".formatted(number));
    }
    return (long) number;
  }
}
