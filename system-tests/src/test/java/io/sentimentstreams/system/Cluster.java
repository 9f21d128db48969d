package io.sentimentstreams.system;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** A broker with the three topics, a bundle, and instances of the application. */
final class Cluster implements AutoCloseable {

  static final String REVIEWS = "reviews";
  static final String SCORES = "review-scores";
  static final String DEAD_LETTERS = "reviews-dead-letter";

  private final EmbeddedBroker broker;
  private final Path folder;
  private final Path bundle;
  private int applications;

  /**
   * Starts a broker.
   *
   * @param folder folder for its data, the bundle and the state of the instances
   * @param partitions number of partitions of each topic
   */
  Cluster(Path folder, int partitions) throws IOException {
    this.folder = folder;
    bundle = TinyBundle.write(Files.createDirectories(folder));
    // Aborts the transactions of killed instances soon.
    Map<String, String> settings =
        Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    broker = EmbeddedBroker.start(folder.resolve("broker"), settings);
    broker.createTopics(partitions, REVIEWS, SCORES, DEAD_LETTERS);
  }

  EmbeddedBroker broker() {
    return broker;
  }

  Path bundle() {
    return bundle;
  }

  ReviewStream reviews() {
    return new ReviewStream(broker.bootstrapServers(), REVIEWS);
  }

  /** Creates a producer that uses a released version of the schema. */
  ReviewStream reviews(String name, Schema schema) {
    return new ReviewStream(broker.bootstrapServers(), REVIEWS, name, schema);
  }

  /** Creates a {@code read_committed} consumer. */
  TopicRecords committed(String topic) {
    return new TopicRecords(broker.bootstrapServers(), topic, "read_committed");
  }

  /** Creates a {@code read_uncommitted} consumer. */
  TopicRecords written(String topic) {
    return new TopicRecords(broker.bootstrapServers(), topic, "read_uncommitted");
  }

  /**
   * Starts an instance with short timeouts and waits until it is ready.
   *
   * @param test test class, which names the folder of the log
   * @param settings additional settings, which override those of the connection
   */
  ScoringProcess startApplication(Class<?> test, Map<String, String> settings) throws IOException {
    String name = "application-" + ++applications;
    Map<String, String> all =
        new TreeMap<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "bundle",
                bundle.toString(),
                "state.dir",
                folder.resolve(name).toString(),
                "kafka.session.timeout.ms",
                "3000",
                "kafka.heartbeat.interval.ms",
                "500",
                "kafka.transaction.timeout.ms",
                "3000"));
    all.putAll(settings);
    if (settings.keySet().stream().anyMatch(each -> each.startsWith("models.route."))) {
      all.remove("bundle");
    }
    return ScoringProcess.start(ShowLogsOfFailedTests.log(test, name), all);
  }

  @Override
  public void close() {
    broker.close();
  }
}
