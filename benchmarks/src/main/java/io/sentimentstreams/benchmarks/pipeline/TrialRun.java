package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.benchmarks.pipeline.Launcher.Pace;
import io.sentimentstreams.benchmarks.pipeline.Launcher.Started;
import io.sentimentstreams.benchmarks.process.ProducerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One trial from its topics to its row. */
final class TrialRun {

  private static final Duration BACKLOG_PATIENCE = Duration.ofMinutes(10);
  private static final Duration PRODUCER_PATIENCE = Duration.ofMinutes(3);
  private static final double LOAD = 0.5;

  /** Seconds at a quarter of the rate, while most of the producer's code is compiled. */
  private static final int WARM_UP_SECONDS = 6;

  /**
   * Seconds at the full rate that do not count. On two cores the compiler delays the application
   * when the producer starts. The resulting backlog was scored within 3 to 12 s, and later seconds
   * had no review with such a latency.
   */
  private static final int SETTLING_SECONDS = 20;

  private final Launcher launcher;
  private final Trial trial;
  private final TrialTopics topics;
  private final int cores;

  TrialRun(Launcher launcher, Trial trial, TrialTopics topics, int cores) {
    this.launcher = launcher;
    this.trial = trial;
    this.topics = topics;
    this.cores = cores;
  }

  PipelineRow run() {
    topics.create();
    try (ScoreReader scores = new ScoreReader(topics.bootstrapServers(), topics.scores())) {
      try (ChildProcess producer =
          launcher.producer(topics, 0, trial.records(), Optional.empty())) {
        producer.awaitEnd(PRODUCER_PATIENCE);
      }
      Started started = launcher.application(trial, topics);
      try (ChildProcess application = started.process()) {
        return measure(started, application, scores);
      }
    } finally {
      topics.delete();
    }
  }

  private PipelineRow measure(Started started, ChildProcess application, ScoreReader scores) {
    ProcessorClock clock = new ProcessorClock(application);
    try (clock) {
      awaitScores(application, scores, trial.records(), BACKLOG_PATIENCE);
    }
    MeasurementWindow window = MeasurementWindow.of(scores.scoredAt());
    Profile profile = profile(application, window, clock);
    double resident = application.residentMiB().orElse(0.0);
    ReviewLatency latency =
        trial.latencySeconds() > 0
            ? latency(application, scores, LOAD * window.recordsPerSecond())
            : null;
    long unscored = topics.unscored();
    if (unscored > 0) {
      throw application.failed(unscored + " reviews have no score");
    }
    boolean exactlyOnce = trial.guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2;
    if (exactlyOnce && scores.repeated() > 0) {
      throw application.failed("scored %d reviews twice".formatted(scores.repeated()));
    }
    double processorMicros =
        1e6 * clock.secondsBetween(window.from(), window.to()) / window.records();
    return PipelineRow.of(
        trial,
        new PipelineRow.Backlog(window.recordsPerSecond(), processorMicros, scores.repeated()),
        started.readySeconds(),
        resident,
        latency,
        profile);
  }

  private static void awaitScores(
      ChildProcess application, ScoreReader scores, int expected, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    // No pause, because it would count as latency.
    while (scores.scored() < expected) {
      scores.poll();
      application.requireAlive();
      if (System.nanoTime() > deadline) {
        throw application.failed(
            "scored %d of %d reviews within %d s"
                .formatted(scores.scored(), expected, timeout.toSeconds()));
      }
    }
  }

  private ReviewLatency latency(ChildProcess application, ScoreReader scores, double rate) {
    Pace pace = new Pace(rate, (int) (rate / 4 * WARM_UP_SECONDS));
    int settled = pace.warmUp() + (int) (rate * SETTLING_SECONDS);
    int count = settled + Math.max(20, (int) (rate * trial.latencySeconds()));
    int first = trial.records();
    scores.countLatencyFrom(first + settled);
    try (ChildProcess producer = launcher.producer(topics, first, count, Optional.of(pace))) {
      awaitScores(
          application,
          scores,
          first + count,
          PRODUCER_PATIENCE.plusSeconds(3L * trial.latencySeconds()));
      producer.awaitEnd(PRODUCER_PATIENCE);
      double late = Double.parseDouble(producer.outputAfter(ProducerProcess.LATE).orElse("0"));
      return scores.latency(rate, late);
    }
  }

  /** Returns a profile of streams-app; for a peer it would add nothing to its rate. */
  private @Nullable Profile profile(
      ChildProcess application, MeasurementWindow window, ProcessorClock clock) {
    if (trial.system() != SystemUnderTest.OURS) {
      return null;
    }
    Path recording = launcher.folder().resolve(topics.name() + ".jfr");
    Path said = launcher.folder().resolve(topics.name() + "-jcmd.log");
    List<String> command =
        List.of(
            Path.of(Launcher.javaProgram()).resolveSibling("jcmd").toString(),
            Long.toString(application.pid()),
            "JFR.dump",
            "name=" + Launcher.RECORDING,
            "filename=" + recording);
    try (ChildProcess jcmd = ChildProcess.start("jcmd", said, command)) {
      jcmd.awaitEnd(PRODUCER_PATIENCE);
      return Profile.read(recording, window.from(), window.to(), clock::secondsBetween, cores);
    } finally {
      deleteQuietly(recording);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The folder is deleted as a whole.
    }
  }
}
