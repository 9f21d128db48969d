package io.sentimentstreams.trainer.onnx.vocabulary;

/** Unsupported content of a vocabulary, without the name of its file. */
public final class InvalidVocabularyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  InvalidVocabularyException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** Returns the remedy: an instruction without a full stop. */
  public String remedy() {
    return remedy;
  }
}
