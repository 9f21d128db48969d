package io.sentimentstreams.trainer.onnx.importer.symbolic;

/** An operation that reads the axis of the batch as the axis of the timesteps, or vice versa. */
public final class OtherLayoutException extends UnsupportedOnnxModelException {

  private static final long serialVersionUID = 1;

  public OtherLayoutException(String problem, String remedy) {
    super(problem, remedy);
  }
}
