package io.sentimentstreams.trainer.onnx.sample;

/** An invalid line of a sample file, or a score that differs, without the name of the file. */
final class InvalidSampleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  InvalidSampleException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns the remedy: an instruction without a full stop. */
  String remedy() {
    return remedy;
  }
}
