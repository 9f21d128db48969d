package io.sentimentstreams.trainer.pipeline;

import java.util.concurrent.CountDownLatch;

/**
 * A request to stop a training, made by Ctrl-C or a termination signal. The process does not exit
 * before this is closed, so that the training can save its results. Thread-safe.
 */
public final class Interruption implements AutoCloseable {

  /** Exit code of a process that Ctrl-C stopped: 128 plus the number of SIGINT. */
  public static final int EXIT_CODE = 130;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean listening;

  /**
   * Creates an interruption that is not requested.
   *
   * @param notice run after a signal, on another thread
   */
  public Interruption(Runnable notice) {
    hook =
        new Thread(
            () -> {
              request();
              notice.run();
              awaitClose();
            },
            "interruption");
  }

  /** Starts to treat signals as requests. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
    listening = true;
  }

  private void request() {
    requested.countDown();
  }

  /** Returns whether the training must stop. */
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

  /** Lets the process exit after a signal. */
  @Override
  public void close() {
    closed.countDown();
    if (listening) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is shutting down, and its hook finds the work done.
      listening = false;
    }
  }
}
