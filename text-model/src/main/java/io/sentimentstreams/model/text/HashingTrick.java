package io.sentimentstreams.model.text;

/**
 * Indices of tokens without a vocabulary, as in Keras' {@code hashing_trick}: {@code hash(token)
 * mod (n - 1) + 1}. Different tokens can share an index. Immutable and thread-safe.
 */
public final class HashingTrick {

  private final TokenSplitter splitter;
  private final HashFunction hash;
  private final int n;

  /**
   * Creates a hashing of tokens.
   *
   * @param settings rules that split texts into tokens; {@code numWords} and {@code oovToken} are
   *     ignored
   * @param hash hash function
   * @param n size of the space, at least 2; indices are 1 to n - 1
   */
  public HashingTrick(TokenizerSettings settings, HashFunction hash, int n) {
    if (n < 2) {
      throw new IllegalArgumentException("n must be at least 2, was " + n);
    }
    splitter = new TokenSplitter(settings);
    this.hash = hash;
    this.n = n;
  }

  /** Returns the size of the space, which is above every index. */
  public int space() {
    return n;
  }

  /** Returns the index of one token, or of any other value written as a string: 1 to n - 1. */
  public int index(String token) {
    return hash.remainder(token, n - 1) + 1;
  }

  /** Returns the indices of a text's tokens. */
  public int[] sequence(String text) {
    IdBuffer ids = new IdBuffer();
    splitter.split(text, (source, from, to) -> ids.add(index(source.substring(from, to))));
    return ids.copy(0, ids.size());
  }
}
