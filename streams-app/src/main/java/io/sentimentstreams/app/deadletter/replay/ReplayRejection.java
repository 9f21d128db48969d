package io.sentimentstreams.app.deadletter.replay;

/** Why a dead letter is not replayed though it is meant. */
public enum ReplayRejection {
  /** It has been replayed as often as is allowed: it would come back once more. */
  ATTEMPTS("replayed as often as --attempts-max allows"),
  /** It does not say where it came from, or says it in a way that cannot be understood. */
  NO_ORIGIN("no origin in its headers: another application wrote it"),
  /** It came from another topic than the application reads. */
  OTHER_TOPIC("came from a topic that topics.reviews does not name"),
  /** The value, the key or headers were too large for the dead-letter topic. */
  CUT("cut to fit into the dead-letter topic: the original is not there"),
  /** The application was told to drop texts. */
  DROPPED("the text was dropped (dead.letters.text=drop): only its SHA-256 is there");

  private final String explanation;

  ReplayRejection(String explanation) {
    this.explanation = explanation;
  }

  /** What it means, for people. */
  public String explanation() {
    return explanation;
  }
}
