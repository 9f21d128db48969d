package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import java.util.List;

/** Operation that returns the values of a node's outputs. */
public interface Operator {

  /**
   * Returns the values of the outputs.
   *
   * @throws UnsupportedOnnxModelException if no layer computes them
   */
  List<Value> apply(Node node);
}
