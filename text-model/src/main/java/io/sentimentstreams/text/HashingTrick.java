package io.sentimentstreams.text;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Gives tokens indices without a vocabulary, as Keras' {@code hashing_trick} with {@code md5} does:
 * {@code md5(token) mod (n - 1) + 1}, the digest of the UTF-8 bytes read as an unsigned 128-bit
 * number. Different tokens can share an index. Immutable and safe for use by several threads.
 */
public final class HashingTrick {

  private final TokenSplitter splitter;
  private final BigInteger spaces;

  /**
   * A hashing of words.
   *
   * @param settings how texts become tokens; {@code numWords} and {@code oovToken} play no part
   * @param n the size of the space, at least 2; indices are 1 to n - 1
   */
  public HashingTrick(TokenizerSettings settings, int n) {
    if (n < 2) {
      throw new IllegalArgumentException("n must be at least 2, was " + n);
    }
    splitter = new TokenSplitter(settings);
    spaces = BigInteger.valueOf(n - 1L);
  }

  /** The indices of a text's tokens. */
  public int[] sequence(String text) {
    MessageDigest md5 = md5();
    IdBuffer ids = new IdBuffer();
    splitter.split(
        text,
        (source, from, to) -> {
          byte[] token = source.substring(from, to).getBytes(StandardCharsets.UTF_8);
          ids.add(new BigInteger(1, md5.digest(token)).mod(spaces).intValue() + 1);
        });
    return ids.copy(0, ids.size());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
