package io.sentimentstreams.cluster;

import io.sentimentstreams.config.Connection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what a cluster answers, half a minute at most. */
final class Answers {

  private static final int TIMEOUT_SECONDS = 30;

  private final Connection connection;

  Answers(Connection connection) {
    this.connection = connection;
  }

  /**
   * The answer.
   *
   * @throws ExecutionException if the cluster refuses
   * @throws ClusterUnusable if it does not answer
   */
  <T> T await(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw none(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterUnusable("interrupted while the topics were checked; start again", e);
    }
  }

  /** There is no answer that says anything about the topics. */
  ClusterUnusable none(Exception e) {
    return new ClusterUnusable(
        ("the cluster at %s does not tell about the topics (%s); check bootstrap.servers, the"
                + " network and the application's rights")
            .formatted(connection.bootstrapServers(), innermost(e)),
        e);
  }

  /** What the first of all causes says. */
  static String innermost(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }
}
