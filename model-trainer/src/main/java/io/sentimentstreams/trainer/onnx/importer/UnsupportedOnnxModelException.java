package io.sentimentstreams.trainer.onnx.importer;

/** Unsupported content of an ONNX file, without the name of the file. */
class UnsupportedOnnxModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  UnsupportedOnnxModelException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns the remedy: an instruction without a full stop. */
  final String remedy() {
    return remedy;
  }
}
