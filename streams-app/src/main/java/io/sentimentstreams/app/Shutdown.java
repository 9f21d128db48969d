package io.sentimentstreams.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process in order when it is asked to end. The virtual machine answers a signal with exit
 * code 128 plus the signal's number, even where all was closed well; so the last thing done here is
 * to halt with the code that is true. Thread-safe.
 */
final class Shutdown {

  private final IntConsumer halt;
  private final AtomicReference<@Nullable AutoCloseable> running = new AtomicReference<>();
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * An end that is not registered yet.
   *
   * @param halt ends the process at once with an exit code
   */
  Shutdown(IntConsumer halt) {
    this.halt = halt;
  }

  /** From now on the end of the process goes this way. */
  void register() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
  }

  /** What is to be closed. */
  void closes(AutoCloseable app) {
    running.set(app);
  }

  /** The process is to end with a code that says so. */
  void failed() {
    failed.set(true);
  }

  /** Closes and halts. */
  void run() {
    AutoCloseable app = running.get();
    if (app != null) {
      try {
        app.close();
      } catch (Exception e) {
        failed.set(true);
      }
    }
    halt.accept(failed.get() ? Main.FAILURE : Main.OK);
  }
}
