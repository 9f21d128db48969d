package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The times that the records of one producer take until consumers can read them. Allocates only to
 * grow to the largest transaction. Not thread-safe: one per producer.
 */
public final class PublishLatency {

  private static final int INITIAL_RECORDS = 256;

  private final Timer timer;
  private final LongSupplier nanos;
  private long[] handedOver = new long[INITIAL_RECORDS];
  private int waiting;

  /**
   * Creates an object without records.
   *
   * @param timer receives the times
   * @param nanos a monotonic time in nanoseconds
   */
  PublishLatency(Timer timer, LongSupplier nanos) {
    this.timer = timer;
    this.nanos = nanos;
  }

  /** Records that a record was sent within a transaction. */
  public void handedOver() {
    if (waiting == handedOver.length) {
      handedOver = Arrays.copyOf(handedOver, 2 * waiting);
    }
    handedOver[waiting++] = nanos.getAsLong();
  }

  /** Records that the transaction was committed. */
  public void committed() {
    long now = nanos.getAsLong();
    for (int i = 0; i < waiting; i++) {
      timer.record(now - handedOver[i], TimeUnit.NANOSECONDS);
    }
    waiting = 0;
  }

  /** Discards the records of an aborted transaction. */
  public void aborted() {
    waiting = 0;
  }

  /** Returns the time now, to be passed to {@link #acknowledged}. */
  public long now() {
    return nanos.getAsLong();
  }

  /**
   * Records that the broker acknowledged a record sent without a transaction. Thread-safe.
   *
   * @param since returned by {@link #now} when the record was sent
   */
  public void acknowledged(long since) {
    timer.record(nanos.getAsLong() - since, TimeUnit.NANOSECONDS);
  }
}
