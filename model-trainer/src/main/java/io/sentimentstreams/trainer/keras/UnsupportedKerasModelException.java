package io.sentimentstreams.trainer.keras;

/** Something in a Keras file that cannot be taken over, before it is known in which file it is. */
final class UnsupportedKerasModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  UnsupportedKerasModelException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What the file's owner can do. */
  String remedy() {
    return remedy;
  }
}
