package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.bundle.BundleReader;
import io.sentimentstreams.scoring.TextScorer;
import io.sentimentstreams.system.ChildProcess;
import io.sentimentstreams.system.TinyBundle;
import io.sentimentstreams.system.faults.FaultResult.FleetResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Three brokers, fleets of applications, a steady load, and faults. Used once. */
final class FaultRun implements AutoCloseable {

  static final String REVIEWS = "reviews";
  static final int PARTITIONS = 6;

  private static final int MEMBERS = 2;
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final FaultPlan plan;
  private final Consumer<String> progress;
  private final NumberedReviews reviews = new NumberedReviews(PARTITIONS);
  private final ReplicatedCluster cluster;
  private final ClusterView view;
  private final Load load;
  private final List<Fleet> fleets = new ArrayList<>();
  private final List<Answers> answers = new ArrayList<>();
  private final List<AnswerReader> readers = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * Starts the brokers and the first instances.
   *
   * @param folder for data
   * @param logs for what the processes print
   * @param progress gets a line now and then
   */
  FaultRun(FaultPlan plan, Path folder, Path logs, Consumer<String> progress) throws IOException {
    this.plan = plan;
    this.progress = progress;
    cluster = new ReplicatedCluster(folder, logs);
    view = new ClusterView(cluster.bootstrapServers());
    load = new Load(cluster.bootstrapServers(), REVIEWS, reviews);
    try {
      startFleets(folder, logs);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Makes the faults and judges what is left of the reviews. */
  FaultResult run() throws IOException {
    Instant began = Instant.now();
    load.start(plan.perSecond());
    try (Journal journal = new Journal(load, progress)) {
      makeFaults(journal);
      Duration took = journal.now();
      long published = load.stop();
      progress.accept("published %d reviews; waiting for the last answers".formatted(published));
      await("the answers to all reviews")
          .atMost(ChildProcess.PATIENCE)
          .until(
              () ->
                  readers.stream().allMatch(AnswerReader::isReading)
                      && answers.stream().allMatch(a -> a.answered() >= published));
      return new FaultResult(
          plan, began, took, journal.strikes(), judge(published), publishedFaults(published));
    }
  }

  @Override
  public void close() {
    stopped = true;
    fleets.forEach(Fleet::close);
    // Clients wait for brokers, and say goodbye to those that are there.
    readers.forEach(AnswerReader::close);
    load.close();
    view.close();
    cluster.close();
  }

  private void startFleets(Path folder, Path logs) throws IOException {
    Path bundle = TinyBundle.write(folder);
    plan.deliveries()
        .forEach(
            delivery ->
                fleets.add(new Fleet(delivery, cluster.bootstrapServers(), bundle, folder, logs)));
    view.awaitAllInSync();
    view.createTopics(
        PARTITIONS,
        Stream.concat(Stream.of(REVIEWS), fleets.stream().flatMap(f -> topics(f).stream()))
            .toList());
    view.awaitAllInSync();
    TextScorer scorer = BundleReader.read(bundle).bundle().newScorer();
    for (Fleet fleet : fleets) {
      Answers judged = new Answers(reviews, number -> score(scorer, number));
      answers.add(judged);
      readers.add(
          new AnswerReader(
              cluster.bootstrapServers(), fleet.scores(), fleet.deadLetters(), PARTITIONS, judged));
      for (int i = 0; i < MEMBERS; i++) {
        fleet.add();
      }
    }
  }

  private double score(TextScorer scorer, long number) {
    synchronized (scorer) {
      return scorer.score(reviews.text(number)).score();
    }
  }

  private void makeFaults(Journal journal) {
    Random random = new Random(plan.seed());
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    Lane brokers =
        new BrokerFaults(cluster, view, fleets, answers, journal, new Random(random.nextLong()));
    lanes.add(start(brokers, plan.ofBrokers(), random.nextLong(), journal));
    for (int i = 0; i < fleets.size(); i++) {
      Lane instances =
          new InstanceFaults(fleets.get(i), answers.get(i), journal, new Random(random.nextLong()));
      lanes.add(start(instances, plan.ofFleet(i), random.nextLong(), journal));
    }
    CompletableFuture.allOf(lanes.toArray(CompletableFuture<?>[]::new)).join();
  }

  private CompletableFuture<Void> start(Lane lane, int faults, long seed, Journal journal) {
    return CompletableFuture.runAsync(
        () -> makeFaults(lane, faults, new Random(seed), journal), new OwnThread("faults"));
  }

  private void makeFaults(Lane lane, int faults, Random random, Journal journal) {
    Deck deck = new Deck(lane.kinds(), random);
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

  private boolean isTimeLeft(Journal journal) {
    return plan.time().map(time -> journal.now().compareTo(time) < 0).orElse(true);
  }

  private List<FleetResult> judge(long published) throws IOException {
    List<FleetResult> results = new ArrayList<>();
    for (int i = 0; i < fleets.size(); i++) {
      Fleet fleet = fleets.get(i);
      fleet.terminateAll();
      view.awaitNoOpenTransaction(topics(fleet));
      readers.get(i).finish(view.ends(topics(fleet)));
      List<String> wrong = new ArrayList<>(fleet.wrongEnds());
      wrong.addAll(uncommitted(fleet));
      results.add(
          new FleetResult(
              fleet.delivery(),
              answers.get(i).verdict(published),
              fleet.started(),
              fleet.slowestEnd(),
              wrong));
    }
    return results;
  }

  /** Reviews that the group would read again. */
  private List<String> uncommitted(Fleet fleet) {
    Map<TopicPartition, Long> committed = view.committed(fleet.applicationId());
    Map<TopicPartition, Long> ends = view.ends(List.of(REVIEWS));
    return committed.equals(ends)
        ? List.of()
        : List.of("%s committed %s of %s".formatted(fleet.applicationId(), committed, ends));
  }

  private List<String> publishedFaults(long published) {
    return new PublishedReviews(reviews)
        .faults(cluster.bootstrapServers(), view.ends(List.of(REVIEWS)), published);
  }

  private static List<String> topics(Fleet fleet) {
    return List.of(fleet.scores(), fleet.deadLetters());
  }
}
