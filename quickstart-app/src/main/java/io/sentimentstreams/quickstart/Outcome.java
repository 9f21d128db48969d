package io.sentimentstreams.quickstart;

import java.util.Optional;

/** The result of a published event. */
sealed interface Outcome {

  /** Returns the event's key. */
  String id();

  /**
   * The event was scored.
   *
   * @param id the event's key
   * @param score P(positive), from 0 to 1; empty if the network was not asked
   * @param label the label that the application gave; empty if it gave none
   */
  record Scored(String id, Optional<Double> score, Optional<String> label) implements Outcome {}

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
