package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Lookup of the tokens' vectors, for models whose vectors are not folded into gate rows. */
final class EmbeddingStage implements KernelStage {

  private final TokenBatch tokens;
  private final float[] vectors;
  private final FloatSequence output;

  EmbeddingStage(TokenBatch tokens, float[] vectors, FloatSequence output) {
    this.tokens = tokens;
    this.vectors = vectors;
    this.output = output;
  }

  @Override
  public void run() {
    int width = output.width();
    output.resize(tokens.steps());
    for (int t = 0; t < tokens.steps(); t++) {
      System.arraycopy(vectors, tokens.id(t) * width, output.values(), t * width, width);
    }
  }
}
