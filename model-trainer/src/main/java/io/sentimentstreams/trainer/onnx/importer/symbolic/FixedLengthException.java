package io.sentimentstreams.trainer.onnx.importer.symbolic;

/** A graph whose input has any length, but whose operations need one length. */
public final class FixedLengthException extends UnsupportedOnnxModelException {

  private static final long serialVersionUID = 1;

  private final int steps;

  public FixedLengthException(String problem, int steps) {
    super(problem, "Export the model with a fixed number of timesteps");
    this.steps = steps;
  }

  /** Returns the length, at least 1. */
  public int steps() {
    return steps;
  }
}
