package io.sentimentstreams.quickstart;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The order of events: reviews, from the beginning again when they are used up, with a bad event
 * beside them early on and now and then. Not thread-safe.
 */
final class Playlist implements Iterator<PlannedEvent> {

  private static final int FIRST_BAD_AFTER = 2;
  private static final int SECOND_BAD_AFTER = 5;
  private static final int BAD_EVERY = 50;

  private final List<LabelledReview> reviews;
  private final long length;
  private final Queue<PlannedEvent> next = new ArrayDeque<>();
  private long planned;
  private int bad;

  /**
   * Plans events.
   *
   * @param reviews at least one
   * @param length how many reviews to play, bad events not counted
   */
  Playlist(List<LabelledReview> reviews, long length) {
    this.reviews = List.copyOf(reviews);
    this.length = length;
    if (reviews.isEmpty()) {
      throw new IllegalArgumentException("a playlist must have a review");
    }
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty() || planned < length;
  }

  @Override
  public PlannedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + length + " reviews were played");
    }
    if (next.isEmpty()) {
      planReview();
    }
    return next.remove();
  }

  private void planReview() {
    LabelledReview review = reviews.get((int) (planned % reviews.size()));
    long round = planned / reviews.size() + 1;
    next.add(new PlannedEvent.Review(review.id() + (round == 1 ? "" : "#" + round), review));
    planned++;
    if (planned == FIRST_BAD_AFTER || planned == SECOND_BAD_AFTER || planned % BAD_EVERY == 0) {
      bad++;
      String id = "bad-" + bad;
      next.add(bad % 2 == 1 ? new PlannedEvent.NotAvro(id) : new PlannedEvent.EmptyText(id));
    }
  }
}
