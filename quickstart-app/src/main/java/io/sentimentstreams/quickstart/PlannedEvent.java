package io.sentimentstreams.quickstart;

/** Something to publish. */
sealed interface PlannedEvent {

  /** The record's key, used once; its score or dead letter comes back under it. */
  String id();

  /**
   * A review that can be scored.
   *
   * @param id the record's key
   * @param review what is published
   */
  record Review(String id, LabelledReview review) implements PlannedEvent {}

  /**
   * Bytes that are no event at all.
   *
   * @param id the record's key
   */
  record NotAvro(String id) implements PlannedEvent {}

  /**
   * An event whose review has no text.
   *
   * @param id the record's key
   */
  record EmptyText(String id) implements PlannedEvent {}
}
