package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.quickstart.review.LabelledReview;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaylistTest {

  private static final List<LabelledReview> REVIEWS =
      List.of(
          review("a", "POSITIVE", "good"),
          review("b", "NEGATIVE", "bad"),
          review("c", "NEGATIVE", "worse"));

  @Test
  void addsMalformedEvents() {
    assertThat(ids(new Playlist(REVIEWS, 60)))
        .hasSize(63)
        .containsSubsequence("a#4", "malformed-1", "b#4")
        .containsSubsequence("a#9", "malformed-2", "b#9")
        .containsSubsequence("b#17", "malformed-3", "c#17");
  }

  @Test
  void repeatsTheReviewsWithNewIds() {
    assertThat(ids(new Playlist(REVIEWS, 7)))
        .containsExactly("a", "b", "c", "a#2", "b#2", "c#2", "a#3");
  }

  @Test
  void usesEachIdOnce() {
    assertThat(ids(new Playlist(REVIEWS, 300))).hasSize(308).doesNotHaveDuplicates();
  }

  @Test
  void alternatesTheKindOfMalformedEvent() {
    List<PlannedEvent> malformed = new ArrayList<>();
    new Playlist(REVIEWS, 60)
        .forEachRemaining(
            event -> {
              if (event instanceof PlannedEvent.Malformed) {
                malformed.add(event);
              }
            });

    assertThat(malformed)
        .containsExactly(
            new PlannedEvent.NotAvro("malformed-1"),
            new PlannedEvent.EmptyText("malformed-2"),
            new PlannedEvent.NotAvro("malformed-3"));
  }

  @Test
  void hasAnEnd() {
    Playlist playlist = new Playlist(REVIEWS, 1);
    playlist.next();

    assertThat(playlist.hasNext()).isFalse();
    assertThatThrownBy(playlist::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void warmsUpWithTheReviewsUnderIdsOfTheirOwn() {
    assertThat(Playlist.warmUp(REVIEWS, 4))
        .containsExactly(
            new PlannedEvent.WarmUp("warm-up-1", REVIEWS.get(0)),
            new PlannedEvent.WarmUp("warm-up-2", REVIEWS.get(1)),
            new PlannedEvent.WarmUp("warm-up-3", REVIEWS.get(2)),
            new PlannedEvent.WarmUp("warm-up-4", REVIEWS.get(0)));
  }

  private static LabelledReview review(String id, String expected, String text) {
    return new LabelledReview(id, "film", Optional.of(expected), text, Optional.empty());
  }

  private static List<String> ids(Playlist playlist) {
    List<String> ids = new ArrayList<>();
    playlist.forEachRemaining(event -> ids.add(event.id()));
    return ids;
  }
}
