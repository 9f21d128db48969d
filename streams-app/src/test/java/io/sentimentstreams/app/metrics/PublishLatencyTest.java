package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PublishLatencyTest {

  private final MockClock clock = new MockClock();
  private final Timer timer = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock).timer("wait");
  private final PublishLatency wait = new PublishLatency(timer, clock::monotonicTime);

  @Test
  void everyRecordWaitsUntilItsTransactionIsCommitted() {
    wait.handedOver();
    clock.add(Duration.ofMillis(30));
    wait.handedOver();
    clock.add(Duration.ofMillis(20));
    assertThat(timer.count()).isZero();

    wait.committed();

    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(50 + 20);
    assertThat(timer.max(TimeUnit.MILLISECONDS)).isEqualTo(50);
  }

  @Test
  void aCommittedRecordIsTimedOnce() {
    wait.handedOver();
    wait.committed();

    wait.committed();

    assertThat(timer.count()).isEqualTo(1);
  }

  @Test
  void abortedRecordsAreNotTimed() {
    wait.handedOver();

    wait.aborted();
    wait.committed();

    assertThat(timer.count()).isZero();
  }

  @Test
  void aTransactionMayHoldManyRecords() {
    for (int i = 0; i < 10_000; i++) {
      wait.handedOver();
    }
    clock.add(Duration.ofMillis(1));

    wait.committed();

    assertThat(timer.count()).isEqualTo(10_000);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(10_000);
  }

  @Test
  void withoutTransactionsARecordWaitsForTheBroker() {
    long since = wait.now();
    clock.add(Duration.ofMillis(7));

    wait.acknowledged(since);

    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
  }
}
