package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;

/** Blocking calls of the admin client, with a timeout of 30 s. Immutable, thread-safe. */
final class AdminCalls {

  private static final int TIMEOUT_SECONDS = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Connection connection;

  AdminCalls(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns the result of a call.
   *
   * @throws ExecutionException if the cluster rejects the call
   * @throws ClusterValidationException if the cluster does not answer
   */
  <T> T await(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterValidationException("Check of the topics was interrupted. Restart.", e);
    }
  }

  /**
   * Returns the result of a call about topics that were created a moment ago. Brokers that have not
   * received the new metadata report unknown topics, so the call is repeated.
   *
   * @throws ClusterValidationException if the cluster rejects the call, or if the topics are still
   *     unknown after 30 s
   */
  <T> T awaitKnown(Supplier<KafkaFuture<T>> call) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try {
        return await(call.get());
      } catch (ExecutionException e) {
        if (!KafkaErrorKind.isRetriable(cause(e)) || System.nanoTime() > deadline) {
          throw failed(e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Returns the exception for a call without a result. */
  ClusterValidationException failed(Exception e) {
    return new ClusterValidationException(
        KafkaErrorKind.message(
            "Request to the cluster at " + connection.bootstrapServers() + " failed", e),
        e);
  }

  private static Throwable cause(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
  }
}
