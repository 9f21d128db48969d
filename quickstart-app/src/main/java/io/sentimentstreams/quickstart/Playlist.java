package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * The order of the published events. The reviews repeat after the last one. A malformed event
 * follows the 10th review, the 25th and every 50th. Not thread-safe.
 */
final class Playlist implements Iterator<PlannedEvent> {

  private static final int FIRST_MALFORMED_AFTER = 10;
  private static final int SECOND_MALFORMED_AFTER = 25;
  private static final int MALFORMED_EVERY = 50;

  private final List<LabelledReview> reviews;
  private final long length;
  private final Queue<PlannedEvent> next = new ArrayDeque<>();
  private long planned;
  private int malformed;

  /**
   * Creates a playlist.
   *
   * @param reviews at least one
   * @param length the number of reviews to publish, without the malformed events
   */
  Playlist(List<LabelledReview> reviews, long length) {
    this.reviews = notEmpty(reviews);
    this.length = length;
  }

  /**
   * Returns events that warm up the application.
   *
   * @param reviews at least one; they repeat after the last one
   * @param count the number of events, 0 or more
   */
  static List<PlannedEvent> warmUp(List<LabelledReview> reviews, int count) {
    List<LabelledReview> all = notEmpty(reviews);
    return IntStream.range(0, count)
        .<PlannedEvent>mapToObj(
            i -> new PlannedEvent.WarmUp("warm-up-" + (i + 1), all.get(i % all.size())))
        .toList();
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty() || planned < length;
  }

  @Override
  public PlannedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All " + length + " reviews have been published.");
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
    if (planned == FIRST_MALFORMED_AFTER
        || planned == SECOND_MALFORMED_AFTER
        || planned % MALFORMED_EVERY == 0) {
      malformed++;
      String id = "malformed-" + malformed;
      next.add(malformed % 2 == 1 ? new PlannedEvent.NotAvro(id) : new PlannedEvent.EmptyText(id));
    }
  }

  private static List<LabelledReview> notEmpty(List<LabelledReview> reviews) {
    if (reviews.isEmpty()) {
      throw new IllegalArgumentException("The list of reviews is empty.");
    }
    return List.copyOf(reviews);
  }
}
