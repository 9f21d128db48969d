package io.sentimentstreams.trainer.onnx.importer;

/** An operation that reads the axis of the batch as the axis of the timesteps, or vice versa. */
final class OtherLayoutException extends UnsupportedOnnxModelException {

  private static final long serialVersionUID = 1;

  OtherLayoutException(String problem, String remedy) {
    super(problem, remedy);
  }
}
