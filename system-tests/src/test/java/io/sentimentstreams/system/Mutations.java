package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random changes of valid inputs, which readers reject late. */
final class Mutations {

  private static final int MAX_MUTATIONS = 6;
  private static final int MAX_LENGTH = 64;
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    127,
    128,
    255,
    256,
    32_767,
    65_535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE - 7L,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  /** Text with a meaning in one of the formats. */
  private static final List<String> WORDS =
      List.of(
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "true",
          "-1",
          "1e999",
          "NaN",
          "0.5",
          "99999999999999999999",
          "\\u0000",
          "\\ud800",
          "\n",
          "\r\n",
          "\0",
          "=",
          "--",
          "${env:PATH}",
          "[".repeat(2_000),
          "{\"a\":".repeat(1_100),
          "9".repeat(1_200),
          "PK\003\004",
          "\303\001",
          "F32",
          "../",
          "GRU",
          "Flatten",
          "16777216",
          "word1 ");

  private final SplittableRandom random;

  Mutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Returns a copy with one to six changes. */
  byte[] of(byte[] whole) {
    byte[] bytes = whole;
    for (int change = random.nextInt(MAX_MUTATIONS) + 1; change > 0; change--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  /** Returns random bytes and words, up to about a maximum. */
  byte[] any(int most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < most && random.nextInt(20) != 0) {
      bytes.writeBytes(random.nextBoolean() ? word() : noise());
    }
    return bytes.toByteArray();
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(MAX_LENGTH));
    return switch (random.nextInt(7)) {
      case 0 -> spliced(bytes, at, at, noise());
      case 1 -> spliced(bytes, at, at, word());
      case 2 -> spliced(bytes, at, until, new byte[0]);
      case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
      case 4 -> spliced(bytes, at, Math.min(bytes.length, at + Long.BYTES), number());
      case 5 -> spliced(bytes, at, bytes.length, new byte[0]);
      default ->
          spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {flipped(bytes, at)});
    };
  }

  private byte flipped(byte[] bytes, int at) {
    byte before = at < bytes.length ? bytes[at] : 0;
    return (byte) (before ^ (1 << random.nextInt(Byte.SIZE)));
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(16)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(ISO_8859_1);
  }

  private byte[] number() {
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    return random.nextBoolean()
        ? ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array()
        : ByteBuffer.allocate(Integer.BYTES).order(order).putInt((int) number).array();
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(between);
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }
}
