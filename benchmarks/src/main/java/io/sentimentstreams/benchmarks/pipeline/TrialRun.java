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

  /** The seconds at a fourth of the rate, while most of the producer's code is compiled. */
  private static final int WARM_UP_SECONDS = 6;

  /**
   * The seconds at the full rate that do not count yet. On two cores the compiler keeps the
   * application from scoring when the producer starts: what had piled up by then was scored within
   * 3 to 12 s, and no later second had a review that took as long.
   */
  private static final int SETTLING_SECONDS = 20;

  private final Launcher launcher;
  private final Trial trial;
  private final Topics topics;
  private final int cores;

  TrialRun(Launcher launcher, Trial trial, Topics topics, int cores) {
    this.launcher = launcher;
    this.trial = trial;
    this.topics = topics;
    this.cores = cores;
  }

  PipelineRow run() {
    topics.create();
    try (ScoreReader scores = new ScoreReader(topics.bootstrapServers(), topics.scores())) {
      try (Child producer = launcher.producer(topics, 0, trial.records(), Optional.empty())) {
        producer.awaitEnd(PRODUCER_PATIENCE);
      }
      Started started = launcher.application(trial, topics);
      try (Child application = started.process()) {
        return measure(started, application, scores);
      }
    } finally {
      topics.delete();
    }
  }

  private PipelineRow measure(Started started, Child application, ScoreReader scores) {
    ProcessorClock clock = new ProcessorClock(application);
    try (clock) {
      awaitScores(application, scores, trial.records(), BACKLOG_PATIENCE);
    }
    Window window = Window.of(scores.scoredAt());
    Profile profile = profile(application, window, clock);
    double resident = application.residentMiB().orElse(0.0);
    Latency latency =
        trial.latencySeconds() > 0
            ? latency(application, scores, LOAD * window.recordsPerSecond())
            : null;
    long refused = topics.refused();
    if (refused > 0) {
      throw application.failed("refused " + refused + " reviews");
    }
    boolean exactlyOnce = trial.guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2;
    if (exactlyOnce && scores.repeated() > 0) {
      throw application.failed("scored %d reviews twice".formatted(scores.repeated()));
    }
    return new PipelineRow(
        trial.system(),
        trial.model().label(),
        exactlyOnce,
        trial.threads(),
        trial.setting(),
        trial.records(),
        window.recordsPerSecond(),
        1e6 * clock.secondsBetween(window.from(), window.to()) / window.records(),
        started.readySeconds(),
        resident,
        scores.repeated(),
        latency,
        profile);
  }

  private static void awaitScores(
      Child application, ScoreReader scores, int expected, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    // Without a pause, which would count as latency.
    while (scores.scored() < expected) {
      scores.poll();
      application.requireAlive();
      if (System.nanoTime() > deadline) {
        throw application.failed(
            "scored %d of %d reviews within %d s"
                .formatted(scores.scored(), expected, patience.toSeconds()));
      }
    }
  }

  private Latency latency(Child application, ScoreReader scores, double rate) {
    Pace pace = new Pace(rate, (int) (rate / 4 * WARM_UP_SECONDS));
    int settled = pace.warmUp() + (int) (rate * SETTLING_SECONDS);
    int count = settled + Math.max(20, (int) (rate * trial.latencySeconds()));
    int first = trial.records();
    scores.countLatencyFrom(first + settled);
    try (Child producer = launcher.producer(topics, first, count, Optional.of(pace))) {
      awaitScores(
          application,
          scores,
          first + count,
          PRODUCER_PATIENCE.plusSeconds(3L * trial.latencySeconds()));
      producer.awaitEnd(PRODUCER_PATIENCE);
      double late = Double.parseDouble(producer.said(ProducerProcess.LATE).orElse("0"));
      return scores.latency(rate, late);
    }
  }

  /** Of ours; of a peer it would say nothing that its rate does not. */
  private @Nullable Profile profile(Child application, Window window, ProcessorClock clock) {
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
    try (Child jcmd = Child.start("jcmd", said, command)) {
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
      // The folder goes as a whole.
    }
  }
}
