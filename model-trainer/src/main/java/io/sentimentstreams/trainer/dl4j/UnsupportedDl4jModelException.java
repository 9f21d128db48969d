package io.sentimentstreams.trainer.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;

/** Content that cannot be translated, without the name of the file. */
final class UnsupportedDl4jModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  /**
   * Creates an exception.
   *
   * @param problem what is not supported, without a full stop
   * @param remedy an instruction without a full stop
   */
  UnsupportedDl4jModelException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns this exception with the position and the type of a layer in its message. */
  UnsupportedDl4jModelException in(int index, Layer layer) {
    return new UnsupportedDl4jModelException(
        "layer %d (%s): %s".formatted(index, layer.getClass().getSimpleName(), getMessage()),
        remedy);
  }

  /** Returns the remedy: an instruction without a full stop. */
  String remedy() {
    return remedy;
  }
}
