package io.sentimentstreams.model.text;

/**
 * Gives tokens indices without a vocabulary, as Keras' {@code hashing_trick} does: {@code
 * hash(token) mod (n - 1) + 1}. Different tokens can share an index. Immutable and safe for use by
 * several threads.
 */
public final class HashingTrick {

  private final TokenSplitter splitter;
  private final HashFunction hash;
  private final int n;

  /**
   * A hashing of tokens.
   *
   * @param settings how texts become tokens; {@code numWords} and {@code oovToken} play no part
   * @param hash what is computed of a token
   * @param n the size of the space, at least 2; indices are 1 to n - 1
   */
  public HashingTrick(TokenizerSettings settings, HashFunction hash, int n) {
    if (n < 2) {
      throw new IllegalArgumentException("n must be at least 2, was " + n);
    }
    splitter = new TokenSplitter(settings);
    this.hash = hash;
    this.n = n;
  }

  /** The size of the space: above every index. */
  public int space() {
    return n;
  }

  /** The index of one token, or of anything else that is written as a string: 1 to n - 1. */
  public int index(String token) {
    return hash.remainder(token, n - 1) + 1;
  }

  /** The indices of a text's tokens. */
  public int[] sequence(String text) {
    IdBuffer ids = new IdBuffer();
    splitter.split(text, (source, from, to) -> ids.add(index(source.substring(from, to))));
    return ids.copy(0, ids.size());
  }
}
