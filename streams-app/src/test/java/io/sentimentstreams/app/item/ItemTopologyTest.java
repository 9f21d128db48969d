package io.sentimentstreams.app.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.app.topology.ScoringDriver;
import io.sentimentstreams.app.topology.TopologyExtension;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.LabelShare;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemTopologyTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final ItemSettings SETTINGS =
      new ItemSettings(WINDOW, GRACE, Duration.ofMinutes(10), Optional.empty());
  private static final ItemTopics TOPICS =
      ItemTopics.of("test", "scores-by-item", "sentiment-by-item", Duration.ofDays(1));
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final RecordDecoder<ItemSentiment> decoder = RecordDecoder.of(ItemSentiment.class);
  private final LoadedBundle bundle = TinyModel.inMemory();

  private static TopologyExtension counting(PrometheusMeterRegistry registry) {
    return new ItemTopology(TOPICS, SETTINGS, new ItemMeters(registry));
  }

  @Test
  void anItemsReviewsAreCountedByWindow() {
    try (ScoringDriver driver = new ScoringDriver(bundle, ItemTopologyTest::counting)) {
      publish(driver, "film-7", "a good film", NOON);
      publish(driver, "film-8", "bad", NOON.plusSeconds(1));
      publish(driver, "film-7", "not bad at all", NOON.plusSeconds(59));
      publish(driver, "film-7", "a bad film", NOON.plusSeconds(60));

      List<TestRecord<byte[], byte[]>> written = driver.written(TOPICS.sentiment());

      assertThat(written)
          .extracting(record -> new String(record.key(), UTF_8))
          .containsExactly("film-7", "film-8", "film-7", "film-7");
      assertThat(written.get(2).timestamp()).isEqualTo(NOON.plusSeconds(59).toEpochMilli());
      ItemSentiment both = decoder.decode(written.get(2).value());
      assertThat(both.getItemId()).isEqualTo("film-7");
      assertThat(both.getWindowStart()).isEqualTo(NOON);
      assertThat(both.getWindowEnd()).isEqualTo(NOON.plus(WINDOW));
      assertThat(both.getCount()).isEqualTo(2);
      assertThat(both.getMeanScore())
          .isCloseTo((score("a good film") + score("not bad at all")) / 2, within(1e-12));
      ItemSentiment next = decoder.decode(written.get(3).value());
      assertThat(next.getWindowStart()).isEqualTo(NOON.plus(WINDOW));
      assertThat(next.getCount()).isEqualTo(1);
      assertThat(next.getMeanScore()).isEqualTo(score("a bad film"));
    }
  }

  @Test
  void labelsWithoutAnOrderHaveSharesAndNoMeanScore() {
    LoadedBundle topics =
        TinyModel.inMemory(
            List.of("sport", "music", "food"), manifest -> manifest.task(Task.NOMINAL));
    try (ScoringDriver driver = new ScoringDriver(topics, ItemTopologyTest::counting)) {
      publish(driver, "film-7", "a good film", NOON);
      publish(driver, "film-7", "zxqv", NOON.plusSeconds(1));

      ItemSentiment last = decoder.decode(driver.written(TOPICS.sentiment()).get(1).value());

      String label =
          TinyModel.decision(ActiveModel.of(topics), "a good film").label().orElseThrow();
      assertThat(last.getCount()).isEqualTo(2);
      assertThat(last.getAbstained()).isEqualTo(1);
      assertThat(last.getMeanScore()).isNull();
      assertThat(last.getShares()).containsExactly(new LabelShare(label, 1.0));
    }
  }

  @Test
  void reviewsWithoutItemAreScoredAndDropped() {
    try (ScoringDriver driver = new ScoringDriver(bundle, ItemTopologyTest::counting)) {
      publish(driver, null, "a good film", NOON);
      publish(driver, " ", "a good film", NOON);

      assertThat(driver.hasScore()).isTrue();
      assertThat(driver.written(TOPICS.sentiment())).isEmpty();
      assertThat(driver.scrape())
          .contains("sentiment_item_dropped_reviews_total{reason=\"NO_ITEM\"} 2");
    }
  }

  @Test
  void lateReviewsCountWithinTheGracePeriodAndAreDroppedAfterIt() {
    try (ScoringDriver driver = new ScoringDriver(bundle, ItemTopologyTest::counting)) {
      publish(driver, "film-7", "good", NOON);
      publish(driver, "film-8", "good", NOON.plus(WINDOW).plus(GRACE).minusMillis(1));
      publish(driver, "film-7", "good", NOON.plusSeconds(5));
      publish(driver, "film-8", "good", NOON.plus(WINDOW).plus(GRACE));
      publish(driver, "film-7", "good", NOON.plusSeconds(6));

      List<TestRecord<byte[], byte[]>> written = driver.written(TOPICS.sentiment());

      assertThat(written).hasSize(4);
      assertThat(decoder.decode(written.get(2).value()).getCount()).isEqualTo(2);
      assertThat(driver.scrape())
          .contains("sentiment_item_dropped_reviews_total{reason=\"LATE\"} 1");
    }
  }

  @Test
  void withoutTheOptionTheTopologyHasOneSubTopology() {
    try (ScoringDriver plain = new ScoringDriver(bundle)) {
      assertThat(plain.description())
          .isEqualTo(
              """
              Topologies:
                 Sub-topology: 0
                  Source: read-reviews (topics: [reviews])
                    --> score-review
                  Processor: score-review (stores: [])
                    --> write-dead-letters, write-scores
                    <-- read-reviews
                  Sink: write-dead-letters (topic: reviews-dead-letter)
                    <-- score-review
                  Sink: write-scores (topic: review-scores)
                    <-- score-review

              """);
    }
  }

  @Test
  void withTheOptionASubTopologyCountsItems() {
    try (ScoringDriver counting = new ScoringDriver(bundle, ItemTopologyTest::counting)) {
      assertThat(counting.description())
          .isEqualTo(
              """
              Topologies:
                 Sub-topology: 0
                  Source: read-reviews (topics: [reviews])
                    --> score-review
                  Processor: score-review (stores: [])
                    --> write-dead-letters, write-item-scores, write-scores
                    <-- read-reviews
                  Sink: write-dead-letters (topic: reviews-dead-letter)
                    <-- score-review
                  Sink: write-item-scores (topic: scores-by-item)
                    <-- score-review
                  Sink: write-scores (topic: review-scores)
                    <-- score-review

                Sub-topology: 1
                  Source: read-item-scores (topics: [scores-by-item])
                    --> count-item
                  Processor: count-item (stores: [item-windows])
                    --> write-items
                    <-- read-item-scores
                  Sink: write-items (topic: sentiment-by-item)
                    <-- count-item

              """);
    }
  }

  @Property(tries = 30)
  void theLastRecordOfAWindowHasTheTotalsOfItsReviews(
      @ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> items,
      @ForAll @Size(value = 40) List<@IntRange(max = 80) Integer> seconds) {
    Map<String, Long> expected = new HashMap<>();
    Map<String, Long> last = new HashMap<>();
    Map<String, Long> positives = new HashMap<>();
    Map<String, Double> shares = new HashMap<>();
    ActiveModel model = ActiveModel.of(bundle);
    try (ScoringDriver driver = new ScoringDriver(bundle, ItemTopologyTest::counting)) {
      for (int i = 0; i < items.size(); i++) {
        String text = i % 2 == 0 ? "a good film" : "not bad at all";
        String place = items.get(i) + "@" + NOON.plusSeconds(seconds.get(i) / 60 * 60L);
        boolean isPositive =
            TinyModel.decision(model, text).label().equals(Optional.of("POSITIVE"));
        expected.merge(place, 1L, Long::sum);
        positives.merge(place, isPositive ? 1L : 0L, Long::sum);
        publish(driver, items.get(i).toString(), text, NOON.plusSeconds(seconds.get(i)));
      }
      for (TestRecord<byte[], byte[]> record : driver.written(TOPICS.sentiment())) {
        ItemSentiment sentiment = decoder.decode(record.value());
        String place = sentiment.getItemId() + "@" + sentiment.getWindowStart();
        last.put(place, sentiment.getCount());
        double positive = 0;
        for (LabelShare share : sentiment.getShares()) {
          positive += share.getLabel().equals("POSITIVE") ? share.getShare() : 0;
        }
        shares.put(place, positive);
      }
    }

    assertThat(last).isEqualTo(expected);
    expected.forEach(
        (place, count) ->
            assertThat(shares)
                .containsEntry(place, positives.getOrDefault(place, 0L) / (double) count));
  }

  private double score(String text) {
    return bundle.bundle().newScorer().score(text).score();
  }

  private void publish(
      ScoringDriver driver, @Nullable String item, String text, Instant timestamp) {
    ReviewEvent review = new ReviewEvent("r1", item, text, null, null, null, Instant.EPOCH);
    driver.publish(
        new TestRecord<>(
            "key".getBytes(UTF_8), encoder.encode(review), null, timestamp.toEpochMilli()));
  }
}
