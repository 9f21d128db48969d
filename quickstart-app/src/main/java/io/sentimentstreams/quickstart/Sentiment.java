package io.sentimentstreams.quickstart;

/** The sentiment that a reader would give a review. */
enum Sentiment {
  NEGATIVE,
  POSITIVE
}
