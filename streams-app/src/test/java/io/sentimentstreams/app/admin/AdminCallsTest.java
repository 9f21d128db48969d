package io.sentimentstreams.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class AdminCallsTest {

  private final AdminCalls calls =
      new AdminCalls(
          Settings.of(Map.of("bootstrap.servers", "any:1", "bundle", "any")).connection());

  @Test
  void aBrokerThatHasNotHeardOfNewTopicsIsAskedAgain() {
    Queue<KafkaFuture<String>> replies =
        new ArrayDeque<>(
            List.of(
                failed(new UnknownTopicOrPartitionException("not yet")),
                failed(new UnknownTopicOrPartitionException("not yet")),
                KafkaFuture.completedFuture("offsets")));

    String reply = calls.awaitKnown(replies::remove);

    assertThat(reply).isEqualTo("offsets");
    assertThat(replies).isEmpty();
  }

  @Test
  void aBrokerThatRefusesIsNotAskedAgain() {
    Queue<KafkaFuture<String>> replies =
        new ArrayDeque<>(List.of(failed(new TopicAuthorizationException("no right"))));

    assertThatThrownBy(() -> calls.awaitKnown(replies::remove))
        .isInstanceOf(ClusterValidationException.class)
        .hasMessageContaining("no right")
        .hasMessageEndingWith(KafkaErrorKind.AUTHORIZATION.remedy());
  }

  private static KafkaFuture<String> failed(RuntimeException reason) {
    KafkaFutureImpl<String> reply = new KafkaFutureImpl<>();
    reply.completeExceptionally(reason);
    return reply;
  }
}
