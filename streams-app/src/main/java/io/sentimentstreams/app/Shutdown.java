package io.sentimentstreams.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes the application when the process receives a signal. The virtual machine would then exit
 * with 128 plus the signal's number, even after a clean shutdown; this hook exits with the
 * application's own code. Thread-safe.
 */
final class Shutdown {

  private final IntConsumer halt;
  private final AtomicReference<@Nullable AutoCloseable> running = new AtomicReference<>();
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * Creates a hook that is not registered.
   *
   * @param halt exits the process at once with an exit code
   */
  Shutdown(IntConsumer halt) {
    this.halt = halt;
  }

  /** Registers the hook with the virtual machine. */
  void register() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
  }

  /** Sets the application that the hook closes. */
  void closes(AutoCloseable app) {
    running.set(app);
  }

  /** Makes the hook exit with {@link Main#FAILURE}. */
  void failed() {
    failed.set(true);
  }

  /** Closes the application and halts. */
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
