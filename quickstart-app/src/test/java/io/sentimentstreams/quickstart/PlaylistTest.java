package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PlaylistTest {

  private static final List<LabelledReview> REVIEWS =
      List.of(
          new LabelledReview("a", "film", Sentiment.POSITIVE, "good"),
          new LabelledReview("b", "film", Sentiment.NEGATIVE, "bad"),
          new LabelledReview("c", "film", Sentiment.NEGATIVE, "worse"));

  @Test
  void playsBadEventsBesideTheReviews() {
    assertThat(ids(new Playlist(REVIEWS, 3))).containsExactly("a", "b", "bad-1", "c");
  }

  @Test
  void beginsAgainWithNewIdsWhenTheReviewsAreUsedUp() {
    assertThat(ids(new Playlist(REVIEWS, 7)))
        .containsExactly("a", "b", "bad-1", "c", "a#2", "b#2", "bad-2", "c#2", "a#3");
  }

  @Test
  void usesNoIdTwice() {
    assertThat(ids(new Playlist(REVIEWS, 300))).hasSize(308).doesNotHaveDuplicates();
  }

  @Test
  void takesTurnsInWhatIsBad() {
    List<PlannedEvent> bad = new ArrayList<>();
    new Playlist(REVIEWS, 60)
        .forEachRemaining(
            event -> {
              if (!(event instanceof PlannedEvent.Review)) {
                bad.add(event);
              }
            });

    assertThat(bad)
        .containsExactly(
            new PlannedEvent.NotAvro("bad-1"),
            new PlannedEvent.EmptyText("bad-2"),
            new PlannedEvent.NotAvro("bad-3"));
  }

  @Test
  void hasAnEnd() {
    Playlist playlist = new Playlist(REVIEWS, 1);
    playlist.next();

    assertThat(playlist.hasNext()).isFalse();
    assertThatThrownBy(playlist::next).isInstanceOf(NoSuchElementException.class);
  }

  private static List<String> ids(Playlist playlist) {
    List<String> ids = new ArrayList<>();
    playlist.forEachRemaining(event -> ids.add(event.id()));
    return ids;
  }
}
