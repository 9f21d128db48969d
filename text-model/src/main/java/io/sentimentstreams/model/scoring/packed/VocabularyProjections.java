package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Gate rows of tokens, computed for the whole vocabulary when the weights were packed. */
final class VocabularyProjections implements InputProjections {

  private final TokenBatch tokens;
  private final float[] table;
  private final int begin;
  private final int width;

  /**
   * Creates gate rows.
   *
   * @param table rows of all tokens
   * @param begin start of the first row
   * @param width distance between rows
   */
  VocabularyProjections(TokenBatch tokens, float[] table, int begin, int width) {
    this.tokens = tokens;
    this.table = table;
    this.begin = begin;
    this.width = width;
  }

  @Override
  public void prepare() {
    // Rows were computed when the weights were packed.
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
