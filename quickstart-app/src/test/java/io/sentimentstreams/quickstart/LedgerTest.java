package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger();

  @Test
  void isExactlyOnceWhenEachEventCameBackOnce() {
    publish("a", "b", "c");
    ledger.scored("a", milliseconds(10));
    ledger.scored("b", milliseconds(20));
    ledger.deadLettered("c", milliseconds(90));

    assertThat(ledger.isSettled()).isTrue();
    assertThat(ledger.summary().isExactlyOnce()).isTrue();
    assertThat(ledger.summary().line())
        .isEqualTo("scored=2 deadLettered=1 lost=0 p50=20ms p99=90ms");
  }

  @Test
  void countsWhatDidNotComeBackAsLost() {
    publish("a", "b");
    ledger.scored("a", milliseconds(10));

    assertThat(ledger.isSettled()).isFalse();
    assertThat(ledger.summary().isExactlyOnce()).isFalse();
    assertThat(ledger.summary().line()).startsWith("scored=1 deadLettered=0 lost=1 ");
  }

  @Test
  void aSecondScoreIsAFault() {
    publish("a");
    ledger.scored("a", milliseconds(10));
    assertThat(ledger.scored("a", milliseconds(20))).isEmpty();

    assertThat(ledger.summary().isExactlyOnce()).isFalse();
    assertThat(ledger.summary().line()).endsWith("lost=0 p50=10ms p99=10ms duplicated=1");
  }

  @Test
  void aScoreBesidesADeadLetterIsAFault() {
    publish("a");
    ledger.deadLettered("a", milliseconds(10));
    ledger.scored("a", milliseconds(20));

    assertThat(ledger.summary().isExactlyOnce()).isFalse();
  }

  @Test
  void takesPercentilesByNearestRank() {
    for (int i = 1; i <= 1_000; i++) {
      publish("event-" + i);
      ledger.scored("event-" + i, milliseconds(i));
    }

    assertThat(ledger.summary().p50()).isEqualTo(milliseconds(500));
    assertThat(ledger.summary().p99()).isEqualTo(milliseconds(990));
  }

  @Test
  void keepsTheShareOfScoresThatAgree() {
    assertThat(ledger.judged(true)).isEqualTo(1.0);
    assertThat(ledger.judged(false)).isEqualTo(0.5);
    assertThat(ledger.summary().agreement())
        .isEqualTo("1 of 2 reviews labelled as a reader would (50.0 %)");
  }

  @Test
  void hasASummaryOfNothing() {
    assertThat(ledger.summary().line()).isEqualTo("scored=0 deadLettered=0 lost=0 p50=0ms p99=0ms");
  }

  private void publish(String... ids) {
    for (String id : ids) {
      ledger.published(new PlannedEvent.NotAvro(id), 0);
    }
  }

  private static long milliseconds(long milliseconds) {
    return TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }
}
