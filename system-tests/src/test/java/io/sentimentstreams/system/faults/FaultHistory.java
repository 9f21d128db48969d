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

/** Writes faults down and watches how long each is felt. Thread-safe. */
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
   * An empty journal, which begins now.
   *
   * @param progress gets a line for each fault that is over
   */
  FaultHistory(Load load, Consumer<String> progress) {
    this.load = load;
    this.progress = progress;
    var unused = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, MILLISECONDS);
  }

  /** A fault that is still felt. */
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
   * A fault happens now.
   *
   * @param concerned the answers that it may hold up
   * @return what it came to, once it is not felt any more
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
                        "%s of %s at %s is still felt after %s"
                            .formatted(
                                kind.label(),
                                victim,
                                Duration.ofNanos(fault.since() - start),
                                ChildProcess.TIMEOUT),
                        e)));
  }

  /** The faults that are over, in the order in which they happened. */
  synchronized List<InjectedFault> strikes() {
    return closed.stream().sorted(Comparator.comparing(InjectedFault::at)).toList();
  }

  /** Time since the beginning. */
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
