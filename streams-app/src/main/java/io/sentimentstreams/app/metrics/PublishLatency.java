package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Times how long the records of one producer wait until readers can see them. Allocates nothing
 * once it has held a transaction's records. Not thread-safe: one per producer.
 */
public final class PublishLatency {

  private static final int RECORDS_AT_FIRST = 256;

  private final Timer timer;
  private final LongSupplier nanos;
  private long[] handedOver = new long[RECORDS_AT_FIRST];
  private int waiting;

  /**
   * Nothing waits yet.
   *
   * @param timer what records the times
   * @param nanos a time that only grows, in nanoseconds
   */
  PublishLatency(Timer timer, LongSupplier nanos) {
    this.timer = timer;
    this.nanos = nanos;
  }

  /** A record was given to the producer, and waits for the end of its transaction. */
  public void handedOver() {
    if (waiting == handedOver.length) {
      handedOver = Arrays.copyOf(handedOver, 2 * waiting);
    }
    handedOver[waiting++] = nanos.getAsLong();
  }

  /** The transaction was committed: readers see everything that waits. */
  public void committed() {
    long now = nanos.getAsLong();
    for (int i = 0; i < waiting; i++) {
      timer.record(now - handedOver[i], TimeUnit.NANOSECONDS);
    }
    waiting = 0;
  }

  /** The transaction was aborted: nobody will see what waits. */
  public void aborted() {
    waiting = 0;
  }

  /** The time now, for a record that waits for no transaction; to be given to {@link #taken}. */
  public long now() {
    return nanos.getAsLong();
  }

  /** The broker has a record that waited for no transaction. May be called by any thread. */
  public void taken(long since) {
    timer.record(nanos.getAsLong() - since, TimeUnit.NANOSECONDS);
  }
}
