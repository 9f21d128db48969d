package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.FlattenStage;
import io.sentimentstreams.model.scoring.reference.TokenBatch;

/** Features of all timesteps of a record, concatenated; memory has this layout already. */
final class KernelFlattenStage implements KernelStage {

  private final TokenBatch tokens;
  private final FloatSequence input;
  private final int steps;
  private final FloatSequence output;

  /**
   * Creates a stage.
   *
   * @param tokens lengths of the records
   * @param steps length of every sequence
   * @param output {@code steps} times as wide as the input
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
