package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.system.ChildProcess;
import io.sentimentstreams.system.TinyBundle;
import io.sentimentstreams.system.faults.FaultResult.FleetResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Three brokers, a load of reviews, and fleets that score them. An {@link OutcomeChecker} checks
 * the answers of each fleet. Used once.
 */
final class LoadedFleets implements AutoCloseable {

  static final String REVIEWS = "reviews";
  static final int PARTITIONS = 6;

  private final NumberedReviews reviews = new NumberedReviews(PARTITIONS);
  private final ReplicatedCluster cluster;
  private final ClusterView view;
  private final Load load;
  private final List<Fleet> fleets = new ArrayList<>();
  private final List<OutcomeChecker> answers = new ArrayList<>();
  private final List<AnswerReader> readers = new ArrayList<>();

  /**
   * Starts the brokers and the first instances.
   *
   * @param deliveries one for each fleet
   * @param members initial size of each fleet
   * @param folder folder for data
   * @param logs folder for the output of the processes
   */
  LoadedFleets(List<Delivery> deliveries, int members, Path folder, Path logs) throws IOException {
    cluster = new ReplicatedCluster(folder, logs);
    view = new ClusterView(cluster.bootstrapServers());
    load = new Load(cluster.bootstrapServers(), REVIEWS, reviews);
    try {
      startFleets(deliveries, members, folder, logs);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  ReplicatedCluster cluster() {
    return cluster;
  }

  ClusterView view() {
    return view;
  }

  Load load() {
    return load;
  }

  List<Fleet> fleets() {
    return fleets;
  }

  /** Returns the checkers in the order of the fleets. */
  List<OutcomeChecker> answers() {
    return answers;
  }

  /** Waits until every fleet has answered the given number of reviews. */
  void awaitAnswers(long published) {
    await("the answers to all reviews")
        .atMost(ChildProcess.TIMEOUT)
        .until(
            () ->
                readers.stream().allMatch(AnswerReader::isReading)
                    && answers.stream().allMatch(a -> a.answered() >= published));
  }

  /** Stops the instances and compares the answers of each fleet with the published reviews. */
  List<FleetResult> results(long published) throws IOException {
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

  /** Returns the differences between the input topic and the published reviews. */
  List<String> publishedFaults(long published) {
    return new PublishedReviews(reviews)
        .faults(cluster.bootstrapServers(), view.ends(List.of(REVIEWS)), published);
  }

  @Override
  public void close() {
    fleets.forEach(Fleet::close);
    // Before the brokers: closing a client takes long without them.
    readers.forEach(AnswerReader::close);
    load.close();
    view.close();
    cluster.close();
  }

  private void startFleets(List<Delivery> deliveries, int members, Path folder, Path logs)
      throws IOException {
    Path bundle = TinyBundle.write(folder);
    deliveries.forEach(
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
      OutcomeChecker checker = new OutcomeChecker(reviews, number -> score(scorer, number));
      answers.add(checker);
      readers.add(
          new AnswerReader(
              cluster.bootstrapServers(),
              fleet.scores(),
              fleet.deadLetters(),
              PARTITIONS,
              checker));
      for (int i = 0; i < members; i++) {
        fleet.add();
      }
    }
  }

  private double score(TextScorer scorer, long number) {
    synchronized (scorer) {
      return scorer.score(reviews.text(number)).score();
    }
  }

  /** Returns a line if the committed offsets differ from the ends of the input topic. */
  private List<String> uncommitted(Fleet fleet) {
    Map<TopicPartition, Long> committed = view.committed(fleet.applicationId());
    Map<TopicPartition, Long> ends = view.ends(List.of(REVIEWS));
    return committed.equals(ends)
        ? List.of()
        : List.of("%s committed %s of %s".formatted(fleet.applicationId(), committed, ends));
  }

  private static List<String> topics(Fleet fleet) {
    return List.of(fleet.scores(), fleet.deadLetters());
  }
}
