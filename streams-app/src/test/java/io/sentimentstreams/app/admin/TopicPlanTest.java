package io.sentimentstreams.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import io.sentimentstreams.app.config.ItemTopics;
import io.sentimentstreams.app.config.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  private static final Topics TOPICS = new Topics("reviews", "scores", "letters");
  private static final TopicPlan PLAN =
      new TopicPlan(
          12, OptionalInt.empty(), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30));

  @Test
  void everythingIsMissingInAnEmptyCluster() {
    List<PlannedTopic> missing = PLAN.missing(cluster(5, Map.of()), TOPICS, 262_144);

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
  void whereItemsAreCountedTheirTopicsArePlannedToo() {
    ItemTopics items = ItemTopics.of("app", "by-item", "sentiment", Duration.ofDays(2));
    Topics topics = new Topics("reviews", "scores", "letters", Optional.of(items));

    List<PlannedTopic> missing = PLAN.missing(cluster(3, Map.of()), topics, 262_144);

    assertThat(missing)
        .extracting(PlannedTopic::name)
        .containsExactly(
            "reviews", "scores", "letters", "by-item", "sentiment", "app-item-windows-changelog");
    assertThat(missing).allMatch(topic -> topic.partitions() == 12);
    assertThat(missing.subList(3, 6))
        .allMatch(topic -> topic.settings().containsKey("message.timestamp.after.max.ms"))
        .allMatch(topic -> topic.settings().containsKey("message.timestamp.before.max.ms"));
    assertThat(missing.get(5).settings())
        .containsEntry("cleanup.policy", "compact,delete")
        .containsEntry("retention.ms", Long.toString(Duration.ofDays(3).toMillis()));
  }

  @Test
  void oneBrokerHoldsOneReplica() {
    assertThat(PLAN.missing(cluster(1, Map.of()), TOPICS, 262_144))
        .allMatch(topic -> topic.replication() == 1)
        .allMatch(topic -> "1".equals(topic.settings().get("min.insync.replicas")));
  }

  @Test
  void whatIsMissingFollowsTheReviewsThatAreThere() {
    TopicState reviews =
        new TopicState.Present(4, Map.of("max.message.bytes", "5000000"), Set.of());

    List<PlannedTopic> missing =
        PLAN.missing(cluster(3, Map.of("reviews", reviews)), TOPICS, 3_000_000);

    assertThat(missing).extracting(PlannedTopic::partitions).containsExactly(4, 4);
    assertThat(missing)
        .extracting(topic -> topic.settings().get("max.message.bytes"))
        .containsExactly("3004096", "5065536");
  }

  @Test
  void whatIsPlannedWillDo() {
    List<PlannedTopic> missing = PLAN.missing(cluster(3, Map.of()), TOPICS, 3_000_000);

    assertThat(missing.get(0).settings()).containsEntry("max.message.bytes", "3004096");
    assertThat(missing.get(1).settings()).containsEntry("max.message.bytes", "3004096");
  }

  private static ClusterState cluster(int brokers, Map<String, TopicState> topics) {
    return new ClusterState(brokers, topics, true, true);
  }
}
