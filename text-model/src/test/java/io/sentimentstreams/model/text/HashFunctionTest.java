package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashFunctionTest {

  private static final int PRIME = Integer.MAX_VALUE;

  /**
   * Published vectors of MurmurHash3_x86_32 with seed 0, and results of scikit-learn's
   * murmurhash3_32.
   */
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 3c2569b2",
    "hello, 248bfa47",
    "'hello, world', 149bbb7f",
    "The quick brown fox jumps over the lazy dog, 2e4ff723",
    "영화, 0ef1bb30",
    "naïve, 3b2885d5",
  })
  void murmur3GivesThePublishedHashes(String token, String hex) {
    long hash = Long.parseLong(hex, 16);
    assertThat(HashFunction.MURMUR3.remainder(token, PRIME)).isEqualTo((int) (hash % PRIME));
    assertThat(HashFunction.MURMUR3.remainder(token, 1000)).isEqualTo((int) (hash % 1000));
  }

  @Test
  void murmur3IsUnsigned() {
    // The hash of "test" is ba6bd213, negative as an int.
    assertThat(HashFunction.MURMUR3.remainder("test", 1000)).isEqualTo((int) (0xba6bd213L % 1000));
  }

  @Property
  void md5IsTheWholeDigestAsOneUnsignedNumber(
      @ForAll String token, @ForAll @IntRange(min = 1) int divisor)
      throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("MD5").digest(token.getBytes(StandardCharsets.UTF_8));
    assertThat(HashFunction.MD5.remainder(token, divisor))
        .isEqualTo(new BigInteger(1, digest).mod(BigInteger.valueOf(divisor)).intValue());
  }

  @Property
  void indicesAreAbove0AndBelowTheSpace(
      @ForAll HashFunction hash, @ForAll String token, @ForAll @IntRange(min = 2) int n) {
    assertThat(new HashingTrick(TokenizerSettings.keras(), hash, n).index(token))
        .isBetween(1, n - 1);
  }

  @Test
  void aSpaceThatIsTooSmallIsRejected() {
    assertThatThrownBy(() -> new HashingTrick(TokenizerSettings.keras(), HashFunction.MURMUR3, 1))
        .hasMessage("n must be at least 2, was 1");
  }
}
