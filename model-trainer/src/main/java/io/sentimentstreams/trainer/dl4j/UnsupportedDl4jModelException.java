package io.sentimentstreams.trainer.dl4j;

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

  /** Returns the remedy: an instruction without a full stop. */
  String remedy() {
    return remedy;
  }
}
