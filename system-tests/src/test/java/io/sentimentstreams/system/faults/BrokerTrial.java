package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.system.ChildProcess;
import io.sentimentstreams.system.ScoringProcess;
import io.sentimentstreams.system.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A trial of one instance of the packaged application with one broker. It creates the topics,
 * publishes reviews and compares the committed answers with them. Used once.
 */
final class BrokerTrial {

  static final int PARTITIONS = 4;

  private static final String JAR = "streams-app/target/streams-app.jar";
  private static final String APPLICATION = "broker-trial";
  private static final String REVIEWS = "reviews";
  private static final String SCORES = "review-scores";
  private static final String DEAD_LETTERS = "reviews-dead-letter";
  private static final List<String> ANSWERS = List.of(SCORES, DEAD_LETTERS);

  private static final Pattern REMEDY = Pattern.compile("remedy=\".*\"");

  /** Reviews per second. */
  private static final double RATE = 200;

  private final ReleasedBroker broker;
  private final String protocol;
  private final Path folder;
  private final Path logs;
  private final NumberedReviews reviews = new NumberedReviews(PARTITIONS);

  /**
   * Creates a trial.
   *
   * @param broker without topics
   * @param protocol the group protocol: {@code classic} or {@code streams}
   * @param folder folder for the bundle and the state
   * @param logs folder for the output of the processes
   */
  BrokerTrial(ReleasedBroker broker, String protocol, Path folder, Path logs) {
    this.broker = broker;
    this.protocol = protocol;
    this.folder = folder;
    this.logs = logs;
  }

  /** Publishes the given number of reviews and returns the result. */
  BrokerOutcome run(int count) throws IOException {
    Optional<String> refusal = createTopics();
    if (refusal.isPresent()) {
      return BrokerOutcome.refused("topics create: " + refusal.get());
    }
    Path bundle = TinyBundle.write(Files.createDirectories(folder));
    Path log = logs.resolve("application.log");
    try (ScoringProcess application = ScoringProcess.start(log, settings(bundle))) {
      return score(application, bundle, count);
    } catch (TerminalFailureException | ConditionTimeoutException e) {
      return BrokerOutcome.refused(lastError(log).orElse(String.valueOf(e.getMessage())));
    }
  }

  private Optional<String> createTopics() throws IOException {
    Path jar = Path.of(System.getProperty("repository.root")).resolve(JAR).normalize();
    try (ChildProcess command =
        ChildProcess.startJava(
            logs.resolve("topics-create.log"),
            List.of(
                "-jar",
                jar.toString(),
                "topics",
                "create",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--partitions",
                Integer.toString(PARTITIONS)))) {
      return command.exitCode() == 0 ? Optional.empty() : Optional.of(command.output().strip());
    }
  }

  private Map<String, String> settings(Path bundle) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "bundle",
        bundle.toString(),
        "application.id",
        APPLICATION,
        "processing.guarantee",
        Delivery.EXACTLY_ONCE,
        "kafka.group.protocol",
        protocol,
        "state.dir",
        folder.resolve("state").toString());
  }

  private BrokerOutcome score(ScoringProcess application, Path bundle, int count)
      throws IOException {
    TextScorer scorer = BundleReader.read(bundle).bundle().newScorer();
    OutcomeChecker answers =
        new OutcomeChecker(reviews, number -> scorer.score(reviews.text(number)).score());
    String servers = broker.bootstrapServers();
    try (ClusterView view = new ClusterView(servers);
        Load load = new Load(servers, REVIEWS, reviews);
        AnswerReader reader =
            new AnswerReader(servers, SCORES, DEAD_LETTERS, PARTITIONS, answers)) {
      load.start(RATE);
      await("the reviews to be published")
          .atMost(ChildProcess.TIMEOUT)
          .until(() -> load.count() >= count);
      long published = load.stop();
      await("the answers to all reviews")
          .atMost(ChildProcess.TIMEOUT)
          .failFast("the application exited", () -> !application.isAlive())
          .until(() -> reader.isReading() && answers.answered() >= published);
      int exitCode = application.terminate();
      view.awaitNoOpenTransaction(ANSWERS);
      reader.finish(view.ends(ANSWERS));
      Map<TopicPartition, Long> committed = view.committed(APPLICATION);
      return new BrokerOutcome(
          Optional.of(answers.verdict(published)),
          exitCode == 0 && committed.equals(view.ends(List.of(REVIEWS)))
              ? Optional.empty()
              : Optional.of("exit code %d, committed %s".formatted(exitCode, committed)));
    }
  }

  /** Returns the remedy of the last logged error, or the error if it has none. */
  private static Optional<String> lastError(Path log) throws IOException {
    List<String> errors =
        Files.readAllLines(log).stream().filter(line -> line.contains("level=ERROR")).toList();
    return errors.stream()
        .map(REMEDY::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .reduce((before, remedy) -> remedy)
        .or(() -> errors.stream().reduce((before, error) -> error));
  }
}
