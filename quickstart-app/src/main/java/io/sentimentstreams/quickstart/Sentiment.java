package io.sentimentstreams.quickstart;

/** What a reader of the review would say of it. */
enum Sentiment {
  NEGATIVE,
  POSITIVE
}
