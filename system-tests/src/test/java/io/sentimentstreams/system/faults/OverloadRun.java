package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.quickstart.EmbeddedBroker;
import io.sentimentstreams.system.ChildProcess;
import io.sentimentstreams.system.ScoringProcess;
import io.sentimentstreams.system.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * An overload of one instance with one thread and a small heap. First five times the reviews that
 * it can score are published, then a fifth, so that it catches up. The model is large and the
 * reviews are long. Used once.
 */
final class OverloadRun implements AutoCloseable {

  /** Published reviews per scored review during the overload. */
  static final int FACTOR = 5;

  private static final String REVIEWS = "reviews";
  private static final String SCORES = "review-scores";
  private static final String DEAD_LETTERS = "reviews-dead-letter";
  private static final String APPLICATION = "overloaded";

  private static final int PARTITIONS = 4;
  private static final String HEAP = "-Xmx64m";

  /** Units of the LSTM; scoring a review takes tens of milliseconds. */
  private static final int UNITS = 256;

  /** Words of about 8 bytes: 60 to 130 kB per review. The model reads 100 words. */
  private static final int MIN_TEXT_LENGTH = 8_000;

  private static final int MAX_TEXT_LENGTH = 16_000;

  /** Answers that are not timed because the JVM is still compiling. */
  private static final int WARM_UP = 40;

  private static final int TIMED = 120;

  private final Duration overload;
  private final Consumer<String> progress;
  private final NumberedReviews reviews =
      new NumberedReviews(PARTITIONS, MIN_TEXT_LENGTH, MAX_TEXT_LENGTH);
  private final List<OverloadSample> samples = new ArrayList<>();
  private final EmbeddedBroker broker;
  private final ClusterView view;
  private final Load load;
  private final OutcomeChecker answers;
  private final AnswerReader reader;
  private final ScoringProcess application;
  private long began;

  /**
   * Starts the broker and the application.
   *
   * @param overload duration of the higher load
   * @param folder folder for data
   * @param logs folder for the output of the application
   * @param progress destination of a line for each sample
   */
  OverloadRun(Duration overload, Path folder, Path logs, Consumer<String> progress)
      throws IOException {
    this.overload = overload;
    this.progress = progress;
    Path bundle = TinyBundle.write(Files.createDirectories(folder), "costly", UNITS);
    TextScorer scorer = BundleReader.read(bundle).bundle().newScorer();
    answers = new OutcomeChecker(reviews, number -> scorer.score(reviews.text(number)).score());
    broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of());
    broker.createTopics(PARTITIONS, REVIEWS, SCORES, DEAD_LETTERS);
    String servers = broker.bootstrapServers();
    view = new ClusterView(servers);
    load = new Load(servers, REVIEWS, reviews);
    reader = new AnswerReader(servers, SCORES, DEAD_LETTERS, PARTITIONS, answers);
    try {
      application =
          ScoringProcess.start(
              logs.resolve("application.log"),
              List.of(HEAP),
              Map.of(
                  "bootstrap.servers",
                  servers,
                  "application.id",
                  APPLICATION,
                  "bundle",
                  bundle.toString(),
                  "state.dir",
                  folder.resolve("state").toString()));
    } catch (IOException | RuntimeException e) {
      closeClients();
      throw e;
    }
  }

  /** Overloads the application, waits until it catches up, and returns the result. */
  OverloadResult run() throws Exception {
    double capacity = capacity();
    progress.accept("capacity %.1f reviews per second".formatted(capacity));
    int rebalances = rebalances();
    if (rebalances == 0) {
      throw new IllegalStateException("the log of the application contains no state REBALANCING");
    }
    began = System.nanoTime();
    load.pace(FACTOR * capacity);
    sampleUntil(overload, () -> at().compareTo(overload) >= 0);
    load.pace(capacity / FACTOR);
    Duration patience = overload.multipliedBy(4L * FACTOR);
    sampleUntil(patience, () -> load.count() - answers.answered() <= Math.max(2, capacity / 2));
    long published = load.stop();
    sampleUntil(Duration.ZERO, () -> answers.answered() >= published && lag() == 0);
    return result(capacity, published, rebalances);
  }

  @Override
  public void close() {
    application.close();
    closeClients();
  }

  private void closeClients() {
    reader.close();
    load.close();
    view.close();
    broker.close();
  }

  private double capacity() {
    int all = WARM_UP + TIMED;
    load.start(1_000);
    awaitThat("reviews to measure with", Duration.ZERO, () -> load.count() >= all);
    load.pace(1);
    awaitThat("the first answers", Duration.ZERO, () -> answers.answered() >= WARM_UP);
    long start = System.nanoTime();
    long before = answers.answered();
    awaitThat("more answers", Duration.ZERO, () -> answers.answered() >= all);
    double seconds = (System.nanoTime() - start) / 1e9;
    return (answers.answered() - before) / seconds;
  }

  private OverloadResult result(double capacity, long published, int rebalancesBefore)
      throws Exception {
    int rebalances = rebalances() - rebalancesBefore;
    int replaced = (int) application.metric("sentiment_stream_threads_replaced_total");
    int exitCode = application.terminate();
    List<String> topics = List.of(SCORES, DEAD_LETTERS);
    view.awaitNoOpenTransaction(topics);
    Map<TopicPartition, Long> ends = view.ends(topics);
    reader.finish(ends);
    return new OverloadResult(
        overload, capacity, samples, answers.verdict(published), rebalances, replaced, exitCode);
  }

  /** Returns how often the log of the application reports a rebalance. */
  private int rebalances() throws IOException {
    return (int)
        application
            .output()
            .lines()
            .filter(line -> line.matches(".*\\bstate=\"?REBALANCING\\b.*"))
            .count();
  }

  private void sampleUntil(Duration least, Callable<Boolean> done) {
    Duration between = overload.dividedBy(60);
    await("the end of a phase of the overload")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(
            between.compareTo(Duration.ofMillis(500)) < 0 ? Duration.ofMillis(500) : between)
        .atMost(least.plus(ChildProcess.TIMEOUT))
        .until(
            () -> {
              boolean isDone = done.call();
              sample();
              return isDone;
            });
  }

  private void sample() throws IOException, InterruptedException {
    failIfEnded();
    samples.add(
        new OverloadSample(at(), load.count(), answers.answered(), lag(), application.liveHeap()));
    progress.accept(last().line());
  }

  private double lag() throws IOException, InterruptedException {
    return application.metric("sentiment_consumer_lag_records");
  }

  private void failIfEnded() {
    if (!application.isAlive() || !reader.isReading()) {
      throw new IllegalStateException(
          "the application or the reader of its answers stopped: " + samples);
    }
  }

  private void awaitThat(String what, Duration least, Callable<Boolean> question) {
    await(what)
        .pollInterval(Duration.ofMillis(10))
        .atMost(least.plus(ChildProcess.TIMEOUT))
        .until(
            () -> {
              failIfEnded();
              return question.call();
            });
  }

  private Duration at() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private OverloadSample last() {
    return samples.get(samples.size() - 1);
  }
}
