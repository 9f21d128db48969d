package io.sentimentstreams.app.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelShare;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemTotalsTest {

  private static final ItemTotals NONE = ItemTotals.of(null);

  @Test
  void sharesAreThoseOfTheReviewsWithALabelAndTheMostFrequentComesFirst() {
    ItemTotals totals =
        NONE.plus(score("POSITIVE", 0.9))
            .plus(score("NEGATIVE", 0.2))
            .plus(score("POSITIVE", 0.7))
            .plus(score("NEUTRAL", 0.6))
            .plus(score(null, 0.5))
            .plus(score(null, null));

    assertThat(totals.count()).isEqualTo(6);
    assertThat(totals.abstained()).isEqualTo(2);
    assertThat(totals.meanScore()).hasValue((0.9 + 0.2 + 0.7 + 0.6 + 0.5) / 5);
    assertThat(totals.shares())
        .containsExactly(
            new LabelShare("POSITIVE", 0.5),
            new LabelShare("NEGATIVE", 0.25),
            new LabelShare("NEUTRAL", 0.25));
  }

  @Test
  void labelsWithoutAnOrderHaveNoMean() {
    ItemTotals totals = NONE.plus(score("sport", null)).plus(score("music", null));

    assertThat(totals.meanScore()).isEmpty();
    assertThat(totals.shares()).hasSize(2);
  }

  @Test
  void aWindowWithoutALabelHasNoShares() {
    ItemTotals totals = NONE.plus(score(null, null));

    assertThat(totals.count()).isEqualTo(1);
    assertThat(totals.shares()).isEmpty();
    assertThat(totals.meanScore()).isEmpty();
  }

  @Test
  void theTwentyFirstLabelCountsAsOther() {
    ItemTotals totals = NONE;
    for (int i = 0; i < 30; i++) {
      totals = totals.plus(score("intent " + i, null));
    }
    totals = ItemTotals.of(totals.bytes()).plus(score("intent 3", null));

    assertThat(totals.count()).isEqualTo(31);
    assertThat(totals.labels()).hasSize(ItemTotals.MAX_LABELS + 1).containsEntry("intent 3", 2L);
    assertThat(totals.shares().get(0)).isEqualTo(new LabelShare("OTHER", 10 / 31.0));
    assertThat(totals.plus(score("intent 40", null)).labels()).containsEntry("OTHER", 11L);
  }

  @Property
  void theStoredBytesHaveTheTotals(
      @ForAll @Size(max = 60) List<@IntRange(min = -1, max = 30) Integer> labels) {
    ItemTotals totals = NONE;
    for (int label : labels) {
      totals = totals.plus(score(label < 0 ? null : "\uc601\ud654 " + label, label / 31.0));
    }

    assertThat(ItemTotals.of(totals.bytes())).isEqualTo(totals);
    assertThat(totals.count()).isEqualTo(labels.size());
    assertThat(totals.shares().stream().mapToDouble(LabelShare::getShare).sum())
        .isBetween(totals.shares().isEmpty() ? 0 : 1 - 1e-9, 1 + 1e-9);
  }

  @Test
  void bytesOfAnotherVersionOrLengthAreNotRead() {
    byte[] unversioned = ByteBuffer.allocate(24).putLong(1).putLong(1).putDouble(0.5).array();
    byte[] bytes = NONE.plus(score("POSITIVE", 0.9)).bytes();

    for (byte[] wrong : List.of(unversioned, Arrays.copyOf(bytes, bytes.length - 1), new byte[0])) {
      assertThatThrownBy(() -> ItemTotals.of(wrong))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Reset the application's state.");
    }
  }

  private static ReviewScore score(@Nullable String label, @Nullable Double score) {
    return new ReviewScore(
        "r1",
        "film-7",
        label,
        List.of(),
        score,
        label == null ? AbstainReason.LOW_CONFIDENCE : null,
        null,
        null,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
