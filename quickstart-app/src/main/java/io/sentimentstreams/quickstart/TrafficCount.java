package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Counts the published events and prints the counts every 10 s. Thread-safe. */
final class TrafficCount implements EventPublisher.Listener {

  private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private long published;
  private long malformed;
  private long failed;

  /**
   * Creates a count that starts at zero.
   *
   * @param out receives the lines
   */
  TrafficCount(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void published(PlannedEvent event, long nanos) {
    published++;
    if (event instanceof PlannedEvent.Malformed) {
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
    out.println("Event not published: " + event.id() + ". Cause: " + reason.getMessage());
  }

  /** Prints the final counts. Returns the exit code. */
  synchronized int finish() {
    print();
    return failed == 0 ? 0 : 1;
  }

  private void print() {
    out.printf(
        "published=%d malformed=%d failed=%d seconds=%d%n",
        published, malformed, failed, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }
}
