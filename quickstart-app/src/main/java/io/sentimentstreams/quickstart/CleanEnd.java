package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * On Ctrl-C or SIGTERM the process lives until its work has ended as it always does. The virtual
 * machine would then answer with the signal's exit code, though all is well; so it is halted with
 * the work's. Thread-safe.
 */
final class CleanEnd {

  private static final long TIMEOUT_SECONDS = 60;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final PrintWriter out;
  private volatile int exitCode = 1;

  /**
   * An end that no signal asks for yet.
   *
   * @param out what people read
   */
  CleanEnd(PrintWriter out) {
    this.out = out;
  }

  /** From now on a signal makes the work stop. */
  void onSignal(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(stop), "finish"));
  }

  /** The exit code that the work has come to; gives it back. */
  int with(int code) {
    exitCode = code;
    return code;
  }

  /** The work has ended, well or not. */
  void reached() {
    reached.countDown();
  }

  private void finish(Runnable stop) {
    stop.run();
    try {
      if (!reached.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        out.println("quickstart: the run did not end within " + TIMEOUT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
