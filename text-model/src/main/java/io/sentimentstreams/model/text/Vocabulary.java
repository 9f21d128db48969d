package io.sentimentstreams.model.text;

import java.util.Map;

/**
 * Index of tokens inside a longer string, found without copying: a hash table with open addressing
 * and linear probing. Immutable and thread-safe.
 */
public final class Vocabulary {

  /** Index of a token that the vocabulary does not contain. */
  public static final int UNKNOWN = 0;

  private final String[] tokens;
  private final int[] indices;

  /**
   * Creates a vocabulary.
   *
   * @param wordIndex index by token, each positive
   */
  public Vocabulary(Map<String, Integer> wordIndex) {
    int size = Integer.highestOneBit(Math.max(8, wordIndex.size()) * 2 - 1) * 2;
    tokens = new String[size];
    indices = new int[size];
    wordIndex.forEach(this::put);
  }

  private void put(String token, int index) {
    int slot = slot(token, 0, token.length());
    while (indices[slot] != UNKNOWN) {
      slot = next(slot);
    }
    tokens[slot] = token;
    indices[slot] = index;
  }

  /** Returns the index of {@code text.substring(from, to)}, or {@link #UNKNOWN}. */
  public int index(String text, int from, int to) {
    int length = to - from;
    int slot = slot(text, from, to);
    while (indices[slot] != UNKNOWN) {
      String token = tokens[slot];
      if (token.length() == length && text.startsWith(token, from)) {
        return indices[slot];
      }
      slot = next(slot);
    }
    return UNKNOWN;
  }

  private int slot(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ (hash >>> 15)) & (indices.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (indices.length - 1);
  }
}
