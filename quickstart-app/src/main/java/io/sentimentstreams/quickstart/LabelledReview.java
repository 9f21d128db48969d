package io.sentimentstreams.quickstart;

/**
 * A review with the sentiment that a reader finds in it.
 *
 * @param id unique among the reviews that are played
 * @param item what is reviewed
 * @param sentiment what a reader finds in it
 * @param text the review, not blank
 */
record LabelledReview(String id, String item, Sentiment sentiment, String text) {

  LabelledReview {
    if (text.isBlank()) {
      throw new IllegalArgumentException("review " + id + " must have a text");
    }
  }
}
