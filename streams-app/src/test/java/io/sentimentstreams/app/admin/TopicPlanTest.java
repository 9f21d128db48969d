package io.sentimentstreams.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  private static final TopicPlan PLAN =
      new TopicPlan(
          12, OptionalInt.empty(), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30));

  @Test
  void everythingIsMissingInAnEmptyCluster() {
    List<PlannedTopic> missing = PLAN.missing(cluster(5, Map.of()), connection(262_144));

    assertThat(missing)
        .extracting(PlannedTopic::name)
        .containsExactly("reviews", "scores", "letters");
    assertThat(missing).allMatch(topic -> topic.partitions() == 12 && topic.replication() == 3);
    assertThat(missing.get(0).settings())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "604800000",
                "max.message.bytes", "1048588",
                "min.insync.replicas", "2"));
    assertThat(missing.get(1).settings())
        .containsEntry("message.timestamp.after.max.ms", "9223372036854775807")
        .containsEntry("message.timestamp.before.max.ms", "9223372036854775807");
    assertThat(missing.get(2).settings())
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("max.message.bytes", "1114124");
  }

  @Test
  void topicsOfFeaturesArePlannedToo() {
    Connection connection =
        connection(
            262_144,
            new FeatureTopic.Repartition("by-item", "test"),
            new FeatureTopic.Output("sentiment", "test"),
            new FeatureTopic.Changelog("changelog", "test", Duration.ofDays(2)));

    List<PlannedTopic> missing = PLAN.missing(cluster(3, Map.of()), connection);

    assertThat(missing)
        .extracting(PlannedTopic::name)
        .containsExactly("reviews", "scores", "letters", "by-item", "sentiment", "changelog");
    assertThat(missing).allMatch(topic -> topic.partitions() == 12);
    assertThat(missing.subList(3, 6))
        .allMatch(topic -> topic.settings().containsKey("message.timestamp.after.max.ms"))
        .allMatch(topic -> topic.settings().containsKey("message.timestamp.before.max.ms"));
    assertThat(missing.subList(3, 5))
        .extracting(topic -> topic.settings().get("retention.ms"))
        .containsExactly("604800000", "2592000000");
    assertThat(missing.get(5).settings())
        .containsEntry("cleanup.policy", "compact,delete")
        .containsEntry("retention.ms", Long.toString(Duration.ofDays(3).toMillis()));
  }

  @Test
  void oneBrokerHoldsOneReplica() {
    assertThat(PLAN.missing(cluster(1, Map.of()), connection(262_144)))
        .allMatch(topic -> topic.replication() == 1)
        .allMatch(topic -> "1".equals(topic.settings().get("min.insync.replicas")));
  }

  @Test
  void whatIsMissingFollowsTheReviewsThatAreThere() {
    TopicState reviews =
        new TopicState.Present(4, Map.of("max.message.bytes", "5000000"), Set.of());

    List<PlannedTopic> missing =
        PLAN.missing(cluster(3, Map.of("reviews", reviews)), connection(3_000_000));

    assertThat(missing).extracting(PlannedTopic::partitions).containsExactly(4, 4);
    assertThat(missing)
        .extracting(topic -> topic.settings().get("max.message.bytes"))
        .containsExactly("3004096", "5065536");
  }

  @Test
  void whatIsPlannedWillDo() {
    List<PlannedTopic> missing = PLAN.missing(cluster(3, Map.of()), connection(3_000_000));

    assertThat(missing.get(0).settings()).containsEntry("max.message.bytes", "3004096");
    assertThat(missing.get(1).settings()).containsEntry("max.message.bytes", "3004096");
  }

  private static Connection connection(int reviewMaxBytes, FeatureTopic... featureTopics) {
    return new Connection(
        "any:1",
        "app",
        new Topics("reviews", "scores", "letters"),
        List.of(featureTopics),
        ProcessingGuarantee.EXACTLY_ONCE_V2,
        reviewMaxBytes,
        Map.of());
  }

  private static ClusterState cluster(int brokers, Map<String, TopicState> topics) {
    return new ClusterState(brokers, topics, true, true);
  }
}
