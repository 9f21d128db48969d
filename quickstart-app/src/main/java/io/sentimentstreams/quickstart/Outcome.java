package io.sentimentstreams.quickstart;

/** The result of a published event. */
sealed interface Outcome {

  /** Returns the event's key. */
  String id();

  /**
   * The event was scored.
   *
   * @param id the event's key
   * @param score P(positive), from 0 to 1
   * @param label the label that the application gave
   */
  record Scored(String id, double score, String label) implements Outcome {}

  /**
   * The event went to the dead-letter topic.
   *
   * @param id the event's key
   * @param topic the dead-letter topic
   * @param reason the name of the reason
   * @param message the explanation for people
   */
  record DeadLettered(String id, String topic, String reason, String message) implements Outcome {}
}
