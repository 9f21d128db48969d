package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.FlattenStage;
import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** All timesteps' features of a record side by side, as they lie in memory already. */
final class KernelFlattenStage implements KernelStage {

  private final TokenBatch tokens;
  private final FloatSequence input;
  private final int steps;
  private final FloatSequence output;

  /**
   * @param tokens tell how long records are
   * @param steps the length of every sequence
   * @param output is {@code steps} times as wide as the input
   */
  KernelFlattenStage(TokenBatch tokens, FloatSequence input, int steps, FloatSequence output) {
    this.tokens = tokens;
    this.input = input;
    this.steps = steps;
    this.output = output;
  }

  @Override
  public void run() {
    for (int r = 0; r < tokens.records(); r++) {
      FlattenStage.requireLength(steps, tokens.steps(r));
    }
    output.resize(tokens.records());
    System.arraycopy(input.values(), 0, output.values(), 0, output.steps() * output.width());
  }
}
