package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Gate rows of tokens, computed for the whole vocabulary when the weights were laid out. */
final class VocabularyProjections implements InputProjections {

  private final TokenBatch tokens;
  private final float[] table;
  private final int begin;
  private final int width;

  /**
   * @param table holds the rows of all tokens
   * @param begin where the first row begins
   * @param width the distance from one row to the next
   */
  VocabularyProjections(TokenBatch tokens, float[] table, int begin, int width) {
    this.tokens = tokens;
    this.table = table;
    this.begin = begin;
    this.width = width;
  }

  @Override
  public void prepare() {
    // They were when the weights were laid out.
  }

  @Override
  public float[] values() {
    return table;
  }

  @Override
  public int from(int step) {
    return begin + tokens.id(step) * width;
  }
}
