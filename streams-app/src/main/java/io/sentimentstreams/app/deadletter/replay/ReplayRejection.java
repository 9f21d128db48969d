package io.sentimentstreams.app.deadletter.replay;

/** The reason why a selected dead letter is not replayed. */
public enum ReplayRejection {
  /** It was replayed the maximum number of times. */
  ATTEMPTS("replayed as often as --attempts-max allows"),
  /** Its headers have no valid origin. */
  NO_ORIGIN("no valid origin in its headers; another application wrote it"),
  /** It came from a topic other than the application's input topic. */
  OTHER_TOPIC("from a topic other than topics.reviews"),
  /** The value, the key or the headers were truncated. */
  CUT("truncated to the topic's maximum record size; the original is incomplete"),
  /** The value was dropped. */
  DROPPED("value dropped (dead.letters.text=drop); only its SHA-256 remains");

  private final String explanation;

  ReplayRejection(String explanation) {
    this.explanation = explanation;
  }

  /** Returns an explanation for people. */
  public String explanation() {
    return explanation;
  }
}
