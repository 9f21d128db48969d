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
   * @param label the label that the application gave; empty if it gave none
   * @param score the score of the task, from 0 to 1; empty if the labels have no order or the
   *     network was not asked
   * @param confidence the largest probability of a label; empty if the network was not asked
   * @param language the language of the score; empty if it was not needed or is not known
   * @param route the route of the model; empty if no model is for the language
   * @param noAnswer why there is no label
   */
  record Scored(
      String id,
      Optional<String> label,
      Optional<Double> score,
      Optional<Double> confidence,
      Optional<String> language,
      Optional<String> route,
      Optional<NoAnswer> noAnswer)
      implements Outcome {

    /** Returns the number to show: the score, or else the confidence. */
    Optional<Double> shown() {
      return score.or(() -> confidence);
    }
  }

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
