package io.sentimentstreams.trainer.onnx.importer.symbolic;

/** Unsupported content of an ONNX file, without the name of the file. */
public class UnsupportedOnnxModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  public UnsupportedOnnxModelException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns the remedy: an instruction without a full stop. */
  public final String remedy() {
    return remedy;
  }
}
