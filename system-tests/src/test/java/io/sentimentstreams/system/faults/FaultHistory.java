package io.sentimentstreams.system.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.sentimentstreams.system.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** The injected faults and their recovery times. Thread-safe. */
final class FaultHistory implements AutoCloseable {

  private static final long LOOK_MILLIS = 20;

  private final long start = System.nanoTime();
  private final Load load;
  private final Consumer<String> progress;
  private final List<Open> open = new ArrayList<>();
  private final List<InjectedFault> closed = new ArrayList<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "journal");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates an empty history that starts now.
   *
   * @param progress destination of a line for each recovery
   */
  FaultHistory(Load load, Consumer<String> progress) {
    this.load = load;
    this.progress = progress;
    var unused = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, MILLISECONDS);
  }

  /** A fault without recovery. */
  private record Open(
      FaultKind kind,
      String victim,
      long since,
      List<Integer> published,
      List<OutcomeChecker> concerned,
      CompletableFuture<InjectedFault> end) {

    boolean isOver() {
      return concerned.stream().allMatch(answers -> answers.arePast(published));
    }
  }

  /**
   * Adds a fault that starts now.
   *
   * @param concerned answers that it may delay
   * @return the fault, after the recovery
   */
  CompletableFuture<InjectedFault> strike(
      FaultKind kind, String victim, List<OutcomeChecker> concerned) {
    CompletableFuture<InjectedFault> end = new CompletableFuture<>();
    Open fault = new Open(kind, victim, System.nanoTime(), load.published(), concerned, end);
    synchronized (this) {
      open.add(fault);
    }
    return end.orTimeout(ChildProcess.TIMEOUT.toMillis(), MILLISECONDS)
        .exceptionallyCompose(
            e ->
                CompletableFuture.failedFuture(
                    new IllegalStateException(
                        "%s of %s at %s: no recovery within %s"
                            .formatted(
                                kind.label(),
                                victim,
                                Duration.ofNanos(fault.since() - start),
                                ChildProcess.TIMEOUT),
                        e)));
  }

  /** Returns the faults with a recovery in time order. */
  synchronized List<InjectedFault> strikes() {
    return closed.stream().sorted(Comparator.comparing(InjectedFault::at)).toList();
  }

  /** Returns the time since the start. */
  Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  private synchronized void look() {
    for (Open fault : List.copyOf(open)) {
      if (fault.isOver()) {
        InjectedFault strike =
            new InjectedFault(
                fault.kind(),
                Duration.ofNanos(fault.since() - start),
                fault.victim(),
                Duration.ofNanos(System.nanoTime() - fault.since()));
        open.remove(fault);
        closed.add(strike);
        progress.accept(line(strike));
        fault.end().complete(strike);
      }
    }
  }

  private static String line(InjectedFault strike) {
    return String.format(
        Locale.ROOT,
        "%7.1f s  %-28s %-34s recovered in %.1f s",
        strike.at().toMillis() / 1000.0,
        strike.kind().label(),
        strike.victim(),
        strike.recovery().toMillis() / 1000.0);
  }
}
