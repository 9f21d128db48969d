package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A run of random faults while fleets of applications score a steady load. Used once. */
final class FaultRun implements AutoCloseable {

  private static final int MEMBERS = 2;
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final FaultPlan plan;
  private final Consumer<String> progress;
  private final LoadedFleets scene;
  private volatile boolean stopped;

  /**
   * Starts the brokers and the first instances.
   *
   * @param folder folder for data
   * @param logs folder for the output of the processes
   * @param progress destination of a line for each fault
   */
  FaultRun(FaultPlan plan, Path folder, Path logs, Consumer<String> progress) throws IOException {
    this.plan = plan;
    this.progress = progress;
    scene = new LoadedFleets(plan.deliveries(), MEMBERS, folder, logs);
  }

  /** Injects the faults and checks the answers to all reviews. */
  FaultResult run() throws IOException {
    Instant began = Instant.now();
    scene.load().start(plan.perSecond());
    try (FaultHistory journal = new FaultHistory(scene.load(), progress)) {
      makeFaults(journal);
      Duration took = journal.now();
      long published = scene.load().stop();
      progress.accept("published %d reviews; waiting for the last answers".formatted(published));
      scene.awaitAnswers(published);
      return new FaultResult(
          plan,
          began,
          took,
          journal.strikes(),
          scene.results(published),
          scene.publishedFaults(published));
    }
  }

  @Override
  public void close() {
    stopped = true;
    scene.close();
  }

  private void makeFaults(FaultHistory journal) {
    Random random = new Random(plan.seed());
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    List<Fleet> fleets = scene.fleets();
    List<OutcomeChecker> answers = scene.answers();
    FaultSchedule brokers =
        new BrokerFaults(
            scene.cluster(), scene.view(), fleets, answers, journal, new Random(random.nextLong()));
    lanes.add(start(brokers, plan.ofBrokers(), random.nextLong(), journal));
    for (int i = 0; i < fleets.size(); i++) {
      FaultSchedule instances =
          new InstanceFaults(fleets.get(i), answers.get(i), journal, new Random(random.nextLong()));
      lanes.add(start(instances, plan.ofFleet(i), random.nextLong(), journal));
    }
    CompletableFuture.allOf(lanes.toArray(CompletableFuture<?>[]::new)).join();
  }

  private CompletableFuture<Void> start(
      FaultSchedule lane, int faults, long seed, FaultHistory journal) {
    return CompletableFuture.runAsync(
        () -> makeFaults(lane, faults, new Random(seed), journal), new OwnThread("faults"));
  }

  private void makeFaults(FaultSchedule lane, int faults, Random random, FaultHistory journal) {
    ShuffledFaults deck = new ShuffledFaults(plan.of(lane.kinds()), random);
    try {
      for (int i = 0; i < faults && !stopped && isTimeLeft(journal); i++) {
        lane.strike(deck.draw());
        Pause.upTo(BETWEEN, random);
      }
    } catch (IOException | InterruptedException e) {
      stopped = true;
      throw new CompletionException(e);
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  private boolean isTimeLeft(FaultHistory journal) {
    return plan.time().map(time -> journal.now().compareTo(time) < 0).orElse(true);
  }
}
