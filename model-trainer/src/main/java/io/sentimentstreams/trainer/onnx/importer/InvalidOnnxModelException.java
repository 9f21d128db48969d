package io.sentimentstreams.trainer.onnx.importer;

import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import java.nio.file.Path;

/**
 * An ONNX model, its vocabulary or a file of sample scores is invalid or unsupported. The message
 * names the file, the operator or line, and the remedy.
 */
public final class InvalidOnnxModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidOnnxModelException(Path file, UnsupportedOnnxModelException reason) {
    super("%s rejected: %s. %s.".formatted(file, reason.getMessage(), reason.remedy()), reason);
  }

  InvalidOnnxModelException(Path file, String problem, String remedy, Throwable cause) {
    super("%s rejected: %s. %s.".formatted(file, problem, remedy), cause);
  }
}
