package io.sentimentstreams.trainer.pipeline;

import java.util.concurrent.CountDownLatch;

/**
 * Gives a training that is ended by Ctrl-C or a termination signal the time to keep what it has:
 * the process waits until this is closed, and ends with the signal's exit code then. Thread-safe.
 */
public final class Interruption implements AutoCloseable {

  /** What a process that Ctrl-C ends exits with: 128 and the number of SIGINT. */
  public static final int EXIT_CODE = 130;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean listening;

  /**
   * Hears of no signal yet.
   *
   * @param notice run when one came
   */
  Interruption(Runnable notice) {
    hook =
        new Thread(
            () -> {
              request();
              notice.run();
              awaitClose();
            },
            "interruption");
  }

  /** From now on a signal is a request, and ends nothing before this is closed. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
    listening = true;
  }

  /** Asks for an end, as a signal does. */
  void request() {
    requested.countDown();
  }

  /** Whether the work is to end. */
  boolean isRequested() {
    return requested.getCount() == 0;
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (listening) {
      forget();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending; its hook finds the work done.
      listening = false;
    }
  }
}
