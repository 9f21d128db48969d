package io.sentimentstreams.quickstart;

/** What became of a published event. */
sealed interface Outcome {

  /** The event's key. */
  String id();

  /**
   * It was scored.
   *
   * @param id the event's key
   * @param score P(positive), 0 to 1
   * @param label the score's label
   */
  record Scored(String id, double score, String label) implements Outcome {}

  /**
   * It went to the dead-letter topic.
   *
   * @param id the event's key
   * @param reason its class
   * @param message for people
   */
  record DeadLettered(String id, String reason, String message) implements Outcome {}
}
