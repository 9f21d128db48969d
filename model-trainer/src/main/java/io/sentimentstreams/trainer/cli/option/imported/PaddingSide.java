package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.text.Side;

/** Side of padding of an imported model. */
public enum PaddingSide {
  NONE,
  PRE,
  POST;

  /** Returns the side for the settings of a bundle; without padding it has no effect. */
  public Side side() {
    return this == PRE ? Side.PRE : Side.POST;
  }
}
