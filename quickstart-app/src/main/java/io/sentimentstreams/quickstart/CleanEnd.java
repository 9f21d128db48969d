package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the process cleanly after Ctrl-C or SIGTERM: the work finishes first. The JVM would then
 * exit with the code of the signal. This class halts it with the exit code of the work instead.
 * Thread-safe.
 */
final class CleanEnd {

  private static final long TIMEOUT_SECONDS = 60;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final PrintWriter out;
  private volatile int exitCode = 1;

  /**
   * Creates an object that handles no signal yet.
   *
   * @param out receives messages for people
   */
  CleanEnd(PrintWriter out) {
    this.out = out;
  }

  /** Makes a signal stop the work. */
  void onSignal(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(stop), "finish"));
  }

  /** Sets the exit code of the work. Returns it. */
  int with(int code) {
    exitCode = code;
    return code;
  }

  /** The work has finished or failed. */
  void reached() {
    reached.countDown();
  }

  private void finish(Runnable stop) {
    stop.run();
    try {
      if (!reached.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        out.println("quickstart: The run did not stop within " + TIMEOUT_SECONDS + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
