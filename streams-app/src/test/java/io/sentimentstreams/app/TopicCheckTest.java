package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.config.Settings;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is made of a cluster's answers. */
class TopicCheckTest {

  private static final OptionalInt NONE = OptionalInt.empty();

  private final TopicCheck check =
      new TopicCheck(
          Settings.of(
              Map.of(
                  "bootstrap.servers",
                  "k:9092",
                  "bundle",
                  "b.zip",
                  "review.max.bytes",
                  "1000000")));

  @Test
  void equalPartitionsAreAccepted() {
    assertThatCode(() -> check.requirePartitions(partitions(of(4), of(4), of(4))))
        .doesNotThrowAnyException();
  }

  @Test
  void everyMissingTopicIsNamedWithTheCommandThatCreatesIt() {
    assertThatThrownBy(() -> check.requirePartitions(partitions(of(4), NONE, NONE)))
        .isInstanceOf(StartFailed.class)
        .hasMessage(
            """
            topic review-scores does not exist; create it: \
            kafka-topics.sh --bootstrap-server k:9092 --create --topic review-scores --partitions 4
            topic reviews-dead-letter does not exist; create it: \
            kafka-topics.sh --bootstrap-server k:9092 --create --topic reviews-dead-letter --partitions 4""");
  }

  @Test
  void tooFewPartitionsAreNamedWithTheCommandThatAddsSome() {
    assertThatThrownBy(() -> check.requirePartitions(partitions(of(4), of(2), of(4))))
        .isInstanceOf(StartFailed.class)
        .hasMessage(
            "topic review-scores has 2 partitions, but reviews has 4; add some: kafka-topics.sh"
                + " --bootstrap-server k:9092 --alter --topic review-scores --partitions 4");
  }

  @Test
  void tooManyPartitionsAreRefused() {
    assertThatThrownBy(() -> check.requirePartitions(partitions(of(4), of(4), of(8))))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("topic reviews-dead-letter has 8 partitions, but reviews has 4");
  }

  @Test
  void scoresMustTakeTheScoreOfTheLargestReview() {
    assertThatCode(() -> check.requireRoom(new TopicLimits(1_004_096, 1)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check.requireRoom(new TopicLimits(1_004_095, 1)))
        .isInstanceOf(StartFailed.class)
        .hasMessageEndingWith("lower review.max.bytes or raise the topic's max.message.bytes");
  }

  private static OptionalInt of(int partitions) {
    return OptionalInt.of(partitions);
  }

  private static Map<String, OptionalInt> partitions(
      OptionalInt reviews, OptionalInt scores, OptionalInt deadLetters) {
    return new TreeMap<>(
        Map.of("reviews", reviews, "review-scores", scores, "reviews-dead-letter", deadLetters));
  }
}
