package io.sentimentstreams.model.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Hash of a token that is the same on every machine and in every Java version. Public
 * specifications define both functions. The input is the token's UTF-8 bytes.
 */
public enum HashFunction {
  /**
   * MurmurHash3 for 32 bits (Austin Appleby, {@code MurmurHash3_x86_32}) with seed 0, as an
   * unsigned number. It is fast and common in feature hashing.
   */
  MURMUR3 {
    @Override
    int remainder(byte[] token, int divisor) {
      return Integer.remainderUnsigned(MurmurHash3.hash32x86(token), divisor);
    }
  },

  /** MD5 (RFC 1321) as an unsigned 128-bit number, equal to {@code md5} in Keras. */
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

  /** Returns the token's hash modulo {@code divisor}, which is positive. */
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
