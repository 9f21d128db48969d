package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;

/** An event to publish. */
sealed interface PlannedEvent {

  /** Returns the record's key. No other event has it, and the score or dead letter keeps it. */
  String id();

  /**
   * A review that can be scored.
   *
   * @param id the record's key
   * @param review the review to publish
   */
  record Review(String id, LabelledReview review) implements PlannedEvent {}

  /**
   * A review that is scored before the table begins. It is neither shown nor measured.
   *
   * @param id the record's key
   * @param review the review to publish
   */
  record WarmUp(String id, LabelledReview review) implements PlannedEvent {}

  /** An event that cannot be scored, published on purpose. */
  sealed interface Malformed extends PlannedEvent {

    /** Returns the fault in words, to follow "A malformed event was sent on purpose:". */
    String description();
  }

  /**
   * A value that is not Avro.
   *
   * @param id the record's key
   */
  record NotAvro(String id) implements Malformed {

    @Override
    public String description() {
      return "JSON instead of Avro";
    }
  }

  /**
   * A valid event whose review has no text.
   *
   * @param id the record's key
   */
  record EmptyText(String id) implements Malformed {

    @Override
    public String description() {
      return "a review without text";
    }
  }
}
