package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.bundle.ReferenceHistograms;
import io.sentimentstreams.metrics.MeterDefinition;
import io.sentimentstreams.metrics.ScoringMeters;
import io.sentimentstreams.schemas.ModelReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

  private final Throwable passing = new StreamsException("no answer", new TimeoutException("60 s"));
  private final Throwable lasting =
      new StreamsException("not sent", new RecordTooLargeException("2 MB"));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ThreadFailures failures =
      new ThreadFailures(
          new ScoringMeters(
              registry, new ModelReference("tiny", "1", "0"), ReferenceHistograms.empty()),
          clock(now::get),
          2,
          Duration.ofMinutes(5));

  @Test
  void aThreadThatDiedOfAPassingFaultIsReplacedAndCounted() {
    assertThat(failures.handle(passing)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);

    assertThat(registry.get(MeterDefinition.THREADS_REPLACED.meterName()).counter().count())
        .isEqualTo(1);
  }

  @Test
  void aFaultThatWouldComeBackEndsTheClient() {
    assertThat(failures.handle(lasting)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(failures.handle(new IllegalStateException("bug")))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void passingFaultsThatDoNotPassEndTheClient() {
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
}
