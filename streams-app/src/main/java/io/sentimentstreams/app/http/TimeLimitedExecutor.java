package io.sentimentstreams.app.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread pool that interrupts tasks after a time limit. The interrupt closes a socket that the
 * task reads or writes, so a slow client cannot block a thread longer. Computations continue.
 * Thread-safe.
 */
final class TimeLimitedExecutor implements Executor, AutoCloseable {

  private final ExecutorService threads;
  private final ScheduledThreadPoolExecutor watch;
  private final Duration limit;

  TimeLimitedExecutor(int count, Duration limit) {
    this.limit = limit;
    threads = Executors.newFixedThreadPool(count, daemons("http-"));
    watch = new ScheduledThreadPoolExecutor(1, daemons("http-watch-"));
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(() -> runWithinLimit(task));
  }

  private void runWithinLimit(Runnable task) {
    Turn turn = new Turn(Thread.currentThread());
    Future<?> end = watch.schedule(turn::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      task.run();
    } finally {
      end.cancel(false);
      turn.end();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    watch.shutdownNow();
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** One task on one thread; its interrupt never reaches the next task. */
  private static final class Turn {

    private final Thread thread;
    private boolean ended;

    Turn(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!ended) {
        thread.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
      Thread.interrupted();
    }
  }
}
