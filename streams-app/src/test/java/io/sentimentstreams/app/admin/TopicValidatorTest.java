package io.sentimentstreams.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.TopicState.Forbidden;
import io.sentimentstreams.app.admin.TopicState.Missing;
import io.sentimentstreams.app.admin.TopicState.Present;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

/** What is made of a cluster's answers. */
class TopicValidatorTest {

  private static final Set<AclOperation> ALL = Set.of(AclOperation.READ, AclOperation.WRITE);
  private static final TopicState MISSING = new Missing();

  private final TopicValidator check =
      new TopicValidator(
          Settings.of(
                  Map.of(
                      "bootstrap.servers",
                      "k:9092",
                      "bundle",
                      "b.zip",
                      "review.max.bytes",
                      "1000000"))
              .connection());

  @Test
  void equalPartitionsAreAccepted() {
    TopicLimits limits = check.validate(topics(of(4), of(4), of(4)));

    assertThat(limits).isEqualTo(new TopicLimits(1_048_588, 1_048_588));
  }

  @Test
  void everyMissingTopicIsNamedWithTheCommandThatCreatesIt() {
    assertThatThrownBy(() -> check.validate(topics(of(4), MISSING, MISSING)))
        .isInstanceOf(ClusterValidationException.class)
        .hasMessage(
            """
            Topic does not exist: review-scores. Create it: \
            kafka-topics.sh --bootstrap-server k:9092 --create --topic review-scores --partitions 4
            Topic does not exist: reviews-dead-letter. Create it: \
            kafka-topics.sh --bootstrap-server k:9092 --create --topic reviews-dead-letter --partitions 4
            To create all missing topics with suitable settings, run: \
            java -jar streams-app.jar topics create --bootstrap-servers k:9092""");
  }

  @Test
  void tooFewPartitionsAreNamedWithTheCommandThatAddsSome() {
    assertThatThrownBy(() -> check.validate(topics(of(4), of(2), of(4))))
        .hasMessage(
            "Topic review-scores has 2 partitions, but reviews has 4. Add partitions: kafka-topics.sh"
                + " --bootstrap-server k:9092 --alter --topic review-scores --partitions 4");
  }

  @Test
  void tooManyPartitionsAreRefused() {
    assertThatThrownBy(() -> check.validate(topics(of(4), of(4), of(8))))
        .hasMessageStartingWith("Topic reviews-dead-letter has 8 partitions, but reviews has 4");
  }

  @Test
  void scoresMustTakeTheScoreOfTheLargestReview() {
    assertThat(check.validate(topics(of(4), with("max.message.bytes", "1004096"), of(4))).scores())
        .isEqualTo(1_004_096);
    assertThatThrownBy(
            () -> check.validate(topics(of(4), with("max.message.bytes", "1004095"), of(4))))
        .hasMessageContaining("review.max.bytes=1000000")
        .hasMessageEndingWith(
            "kafka-configs.sh --bootstrap-server k:9092 --alter --entity-type topics --entity-name"
                + " review-scores --add-config max.message.bytes=1004096");
  }

  @Test
  void compactedDeadLettersAreRefused() {
    assertThatThrownBy(
            () -> check.validate(topics(of(4), of(4), with("cleanup.policy", "compact,delete"))))
        .hasMessageContaining("reviews-dead-letter")
        .hasMessageEndingWith("--add-config cleanup.policy=delete");
  }

  @Test
  void scoresMustTakeTheTimestampsOfReviews() {
    String setting = "message.timestamp.after.max.ms";

    check.validate(topics(with(setting, "3600000"), with(setting, "3600000"), of(4)));
    check.validate(topics(with(setting, "3600000"), of(4), of(4)));
    assertThatThrownBy(
            () -> check.validate(topics(with(setting, "7200000"), with(setting, "3600000"), of(4))))
        .hasMessageStartingWith(
            "Topic review-scores has message.timestamp.after.max.ms=3600000, but reviews has 7200000")
        .hasMessageEndingWith(
            "kafka-configs.sh --bootstrap-server k:9092 --alter --entity-type topics --entity-name"
                + " review-scores --add-config message.timestamp.after.max.ms=7200000");
  }

  @Test
  void deadLettersMustTakeThemToo() {
    String setting = "message.timestamp.after.max.ms";

    assertThatThrownBy(() -> check.validate(topics(with(setting, "2"), of(4), with(setting, "1"))))
        .hasMessageStartingWith("Topic reviews-dead-letter has message.timestamp.after.max.ms=1,");
  }

  @Test
  void reviewsGrowOldBeforeTheyAreScored() {
    String setting = "message.timestamp.before.max.ms";
    TopicState reviews = new Present(4, Map.of(setting, "1000", "retention.ms", "9000"), ALL);

    check.validate(topics(reviews, with(setting, "10000"), of(4)));
    assertThatThrownBy(() -> check.validate(topics(reviews, with(setting, "9999"), of(4))))
        .hasMessageContaining("10000 ms")
        .hasMessageEndingWith("--add-config message.timestamp.before.max.ms=10000");
  }

  @Test
  void reviewsThatAreKeptForEverGrowAsOldAsCanBe() {
    String setting = "message.timestamp.before.max.ms";
    TopicState reviews = new Present(4, Map.of(setting, "1000", "retention.ms", "-1"), ALL);

    check.validate(topics(reviews, with(setting, Long.toString(Long.MAX_VALUE)), of(4)));
    assertThatThrownBy(() -> check.validate(topics(reviews, with(setting, "99999999999"), of(4))))
        .hasMessageEndingWith("message.timestamp.before.max.ms=9223372036854775807");
  }

  @Test
  void reviewsThatGetTheirTimestampsFromBrokersAreOnlyAsOldAsTheyAreKept() {
    Map<String, String> own =
        Map.of(
            "message.timestamp.type", "LogAppendTime",
            "message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
            "retention.ms", "9000");

    check.validate(
        topics(new Present(4, own, ALL), with("message.timestamp.before.max.ms", "9000"), of(4)));
  }

  @Test
  void scoresWithTimestampsOfTheirOwnTakeAnyReview() {
    TopicState scores =
        new Present(
            4,
            Map.of(
                "message.timestamp.after.max.ms",
                "3600000",
                "message.timestamp.type",
                "LogAppendTime"),
            ALL);

    check.validate(topics(with("message.timestamp.after.max.ms", "7200000"), scores, of(4)));
  }

  @Test
  void everyRightThatLacksIsNamedWithTheCommandThatGivesIt() {
    ClusterState state =
        new ClusterState(
            1,
            Map.of(
                "reviews",
                new Present(4, Map.of(), Set.of(AclOperation.DESCRIBE)),
                "review-scores",
                new Forbidden(),
                "reviews-dead-letter",
                new Present(4, Map.of(), Set.of(AclOperation.READ))),
            false,
            false);

    assertThatThrownBy(() -> check.validate(state))
        .hasMessageContainingAll(
            "READ on topic reviews. Add it: kafka-acls.sh --bootstrap-server"
                + " k:9092 --add --allow-principal User:NAME --operation Read --topic reviews\n",
            "WRITE on topic review-scores, which cannot be described. Add it:",
            "--operation Write --topic review-scores\n",
            "WRITE on topic reviews-dead-letter",
            "READ on group sentiment-streams. Add it:",
            "--operation Read --group sentiment-streams\n",
            "--resource-pattern-type prefixed --transactional-id sentiment-streams");
  }

  private static TopicState of(int partitions) {
    return new Present(partitions, Map.of(), ALL);
  }

  private static TopicState with(String setting, String value) {
    return new Present(4, Map.of(setting, value), ALL);
  }

  private static ClusterState topics(
      TopicState reviews, TopicState scores, TopicState deadLetters) {
    return new ClusterState(
        1,
        Map.of("reviews", reviews, "review-scores", scores, "reviews-dead-letter", deadLetters),
        true,
        true);
  }
}
