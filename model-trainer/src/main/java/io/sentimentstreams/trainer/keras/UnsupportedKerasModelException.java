package io.sentimentstreams.trainer.keras;

/** Unsupported content of a Keras file, without the name of the file. */
final class UnsupportedKerasModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  UnsupportedKerasModelException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns the remedy: an instruction without a full stop. */
  String remedy() {
    return remedy;
  }
}
