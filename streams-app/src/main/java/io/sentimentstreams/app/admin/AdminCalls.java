package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Waits for what a cluster answers, half a minute at most. */
final class AdminCalls {

  private static final int TIMEOUT_SECONDS = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Connection connection;

  AdminCalls(Connection connection) {
    this.connection = connection;
  }

  /**
   * The answer.
   *
   * @throws ExecutionException if the cluster refuses
   * @throws ClusterValidationException if it does not answer
   */
  <T> T await(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw none(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterValidationException(
          "interrupted while the topics were checked; start again", e);
    }
  }

  /**
   * The answer to a question about topics that were created a moment ago. The controller has made
   * them, but a broker that has not heard of it yet says that there are none: it is asked again.
   *
   * @throws ClusterValidationException if the cluster refuses, or knows nothing of the topics half
   *     a minute on
   */
  <T> T awaitKnown(Supplier<KafkaFuture<T>> question) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try {
        return await(question.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
          throw none(e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** There is no answer that says anything about the topics. */
  ClusterValidationException none(Exception e) {
    return new ClusterValidationException(
        "the cluster at %s does not tell about the topics (%s); %s"
            .formatted(connection.bootstrapServers(), innermost(e), remedy(e)),
        e);
  }

  private static String remedy(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SslAuthenticationException) {
        return "check kafka.ssl.truststore.*: what it holds must vouch for the cluster's"
            + " certificate, and that must name the host in bootstrap.servers; a cluster that asks"
            + " for a certificate wants kafka.ssl.keystore.* too";
      }
      if (cause instanceof AuthenticationException) {
        return "check kafka.sasl.mechanism, and the user and password in kafka.sasl.jaas.config";
      }
      if (cause instanceof AuthorizationException) {
        return "give the application its rights";
      }
    }
    return "check bootstrap.servers, the network and kafka.security.protocol";
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
