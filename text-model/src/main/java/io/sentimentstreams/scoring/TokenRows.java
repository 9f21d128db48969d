package io.sentimentstreams.scoring;

/** Gate rows of tokens, computed for the whole vocabulary when the weights were laid out. */
final class TokenRows implements GateRows {

  private final Tokens tokens;
  private final float[] table;
  private final int width;

  TokenRows(Tokens tokens, float[] table, int width) {
    this.tokens = tokens;
    this.table = table;
    this.width = width;
  }

  @Override
  public int prepare() {
    return tokens.steps();
  }

  @Override
  public float[] values() {
    return table;
  }

  @Override
  public int from(int step) {
    return tokens.id(step) * width;
  }
}
