package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Counts what traffic publishes, and says so now and then. Thread-safe. */
final class TrafficCount implements EventPublisher.Sent {

  private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private long published;
  private long malformed;
  private long failed;

  /**
   * Counts from zero.
   *
   * @param out where the lines go
   */
  TrafficCount(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void published(PlannedEvent event, long nanos) {
    published++;
    if (!(event instanceof PlannedEvent.Review)) {
      malformed++;
    }
    if (nanos - lastLine >= BETWEEN_LINES) {
      lastLine = nanos;
      print();
    }
  }

  @Override
  public synchronized void failed(PlannedEvent event, Exception reason) {
    failed++;
    out.println("event " + event.id() + " did not arrive: " + reason.getMessage());
  }

  /** Says what it came to; gives the exit code. */
  synchronized int end() {
    print();
    return failed == 0 ? 0 : 1;
  }

  private void print() {
    out.printf(
        "published=%d malformed=%d failed=%d seconds=%d%n",
        published, malformed, failed, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }
}
