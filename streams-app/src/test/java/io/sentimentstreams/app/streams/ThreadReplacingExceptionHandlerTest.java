package io.sentimentstreams.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.app.metrics.ScoringMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ThreadReplacingExceptionHandlerTest {

  private final Throwable passing = new StreamsException("no answer", new TimeoutException("60 s"));
  private final Throwable lasting =
      new StreamsException("not sent", new RecordTooLargeException("2 MB"));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ThreadReplacingExceptionHandler failures = failures(registry, 2);

  @Test
  void aThreadIsReplacedAndCountedAfterATransientError() {
    assertThat(failures.handle(passing)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);

    assertThat(registry.get(MeterDefinition.THREADS_REPLACED.getName()).counter().count())
        .isEqualTo(1);
  }

  @Test
  void errorsOfBrokersAreTransientWhateverTheirType() {
    for (RuntimeException ended :
        List.of(
            new KafkaException("Unhandled error in EndTxnResponse"),
            new InvalidRequestException("Topology can only be provided when (re-)joining."),
            new IllegalStateException("Consumer is not subscribed to any topics"),
            new InvalidTxnStateException("not open"),
            new InvalidPidMappingException("expired"),
            new OutOfOrderSequenceException("unknown"),
            new TransactionAbortedException())) {
      ThreadReplacingExceptionHandler fresh =
          failures(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), 1);
      assertThat(fresh.handle(new StreamsException("no commit", ended)))
          .as(ended.toString())
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
  }

  @Test
  void anAbortedTransactionWithAPermanentCauseShutsTheClientDown() {
    TransactionAbortedException ended = new TransactionAbortedException("aborted");
    ended.initCause(new RecordTooLargeException("2 MB"));

    assertThat(failures.handle(new StreamsException("no commit", ended)))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void aPermanentErrorShutsTheClientDown() {
    assertThat(failures.handle(lasting)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    for (Throwable failure :
        List.of(
            new StreamsException("not sent", new InvalidTimestampException("2199")),
            new StreamsException("not read", new TopicAuthorizationException("reviews")),
            new MissingSourceTopicException("reviews"),
            new OutOfMemoryError("Java heap space"))) {
      assertThat(failures.handle(failure))
          .as(failure.toString())
          .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }
  }

  @Test
  void brokersThatAreTooOldForTheGroupProtocolEndTheClientWithTheRemedy() {
    Logger logger = (Logger) LoggerFactory.getLogger(ThreadReplacingExceptionHandler.class);
    Level before = logger.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    logger.setLevel(Level.ERROR);
    logger.setAdditive(false);
    try {
      assertThat(
              failures.handle(new StreamsException(new UnsupportedVersionException("no STREAMS"))))
          .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    } finally {
      logger.setLevel(before);
      logger.setAdditive(true);
      logger.detachAppender(logged);
    }

    assertThat(logged.list)
        .singleElement()
        .extracting(event -> event.getKeyValuePairs().toString())
        .asString()
        .contains("kafka.group.protocol=classic");
  }

  @Test
  void tooManyTransientErrorsShutTheClientDown() {
    failures.handle(passing);
    failures.handle(passing);

    assertThat(failures.handle(passing)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void oldReplacementsNoLongerCount() {
    failures.handle(passing);
    failures.handle(passing);
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(6)));

    assertThat(failures.handle(passing)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  private ThreadReplacingExceptionHandler failures(PrometheusMeterRegistry meters, int limit) {
    return new ThreadReplacingExceptionHandler(
        new ScoringMeters(meters), clock(now::get), limit, Duration.ofMinutes(5));
  }
}
