package io.sentimentstreams.quickstart;

/**
 * A review with the sentiment that a reader would give it.
 *
 * @param id unique among the reviews of a run
 * @param item the reviewed item
 * @param sentiment the sentiment that a reader would give it
 * @param text the review, not blank
 */
record LabelledReview(String id, String item, Sentiment sentiment, String text) {

  LabelledReview {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The text of review " + id + " is blank.");
    }
  }
}
