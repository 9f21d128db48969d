package io.sentimentstreams.model.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Turns a token into a number that is the same on every machine, in every Java version and in every
 * release: both functions are defined outside of this project, over the token's UTF-8 bytes.
 */
public enum HashFunction {
  /**
   * MurmurHash3 for 32 bits (Austin Appleby, {@code MurmurHash3_x86_32}) with seed 0, read as an
   * unsigned number: fast, and what feature hashing commonly uses.
   */
  MURMUR3 {
    @Override
    int remainder(byte[] token, int divisor) {
      return Integer.remainderUnsigned(MurmurHash3.hash32x86(token), divisor);
    }
  },

  /** MD5 (RFC 1321) read as an unsigned 128-bit number: what Keras' {@code md5} gives. */
  MD5 {
    @Override
    int remainder(byte[] token, int divisor) {
      long remainder = 0;
      for (byte each : md5().digest(token)) {
        remainder = ((remainder << Byte.SIZE) + Byte.toUnsignedInt(each)) % divisor;
      }
      return (int) remainder;
    }
  };

  /** The token's hash modulo {@code divisor}, which is above 0. */
  int remainder(String token, int divisor) {
    return remainder(token.getBytes(StandardCharsets.UTF_8), divisor);
  }

  abstract int remainder(byte[] token, int divisor);

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
