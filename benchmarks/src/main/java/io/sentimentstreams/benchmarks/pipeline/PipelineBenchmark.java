package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.benchmarks.corpus.Reviews;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.scoring.TextScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Benchmark of applications from topic to topic, each in its own process, one after the other. */
public final class PipelineBenchmark {

  private static final int PARTITIONS = 4;
  private static final Duration BROKER_PATIENCE = Duration.ofMinutes(2);
  private static final int CALIBRATION_TEXTS = 500;
  private static final int LEAST_BACKLOG = 300;

  /**
   * Estimated factor by which a peer is slower than streams-app; its backlog is smaller by this
   * factor.
   */
  private static final double ONNX_FACTOR = 2.5;

  private static final double PYTHON_FACTOR = 4;
  private static final double DL4J_FACTOR = 400;

  private final Launcher launcher;
  private final Path bundlePath;
  private final PrintWriter progress;

  /**
   * Creates a benchmark.
   *
   * @param bundlePath default bundle; its network masks zeros
   * @param progress writer for progress
   */
  public PipelineBenchmark(Launcher launcher, Path bundlePath, PrintWriter progress) {
    this.launcher = launcher;
    this.bundlePath = bundlePath;
    this.progress = progress;
  }

  /**
   * Plan of the measurements.
   *
   * @param systems applications
   * @param threads numbers of threads of streams-app
   * @param backlogSeconds approximate time in which one thread of streams-app scores a backlog
   * @param latencySeconds duration of the measurement at half load
   */
  public record Plan(
      Set<SystemUnderTest> systems, List<Integer> threads, int backlogSeconds, int latencySeconds) {

    public Plan {
      systems = Set.copyOf(systems);
      threads = List.copyOf(threads);
    }
  }

  /**
   * Measures all trials.
   *
   * @param bootstrapServers cluster; empty for a broker of its own
   * @throws PipelineFailedException if a process fails
   */
  public PipelineResult measure(Origin origin, Plan plan, Optional<String> bootstrapServers) {
    Bundle bundle = BundleReader.read(bundlePath).bundle();
    if (!bundle.model().network().embedding().maskZero()) {
      throw new PipelineFailedException(
          "The bundle counts padding: %s. Use one that masks zeros, because peers get no padding."
              .formatted(bundlePath));
    }
    Reviews reviews = Reviews.read(launcher.data(), CALIBRATION_TEXTS);
    writeProfileSettings();
    PythonLoop.prepare(bundle, launcher.folder());
    List<String> skipped = new ArrayList<>();
    List<Trial> trials = trials(bundle, plan, backlog(bundle, reviews, plan), skipped);
    List<PipelineRow> rows = new ArrayList<>();
    List<StartupRow> starts = new ArrayList<>();
    if (bootstrapServers.isPresent()) {
      run(trials, bootstrapServers.get(), origin, rows, skipped);
      starts.addAll(starts(bundle, plan, bootstrapServers.get(), skipped));
    } else {
      try (ChildProcess broker = launcher.broker()) {
        String servers = broker.awaitReady(BROKER_PATIENCE);
        run(trials, servers, origin, rows, skipped);
        starts.addAll(starts(bundle, plan, servers, skipped));
      }
    }
    return new PipelineResult(origin, reviews.source(), PARTITIONS, rows, starts, skipped);
  }

  private void run(
      List<Trial> trials,
      String servers,
      Origin origin,
      List<PipelineRow> rows,
      List<String> skipped) {
    String prefix = newPrefix();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      progress.printf(
          "%d of %d: %s, %,d reviews%n", i + 1, trials.size(), trial.label(), trial.records());
      TrialTopics topics = new TrialTopics(servers, prefix + "-" + i, PARTITIONS);
      try {
        PipelineRow row = new TrialRun(launcher, trial, topics, origin.machine().cores()).run();
        progress.printf("  %.0f reviews/s%n", row.recordsPerSecond());
        rows.add(row);
      } catch (PipelineFailedException e) {
        // The results of the other trials are still valid.
        skipped.add(trial.label() + " failed: " + e.getMessage());
        progress.println("  failed: " + e.getMessage());
      }
    }
  }

  /** Returns a prefix that no earlier run used for its topics. */
  private static String newPrefix() {
    return "benchmark-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }

  private List<StartupRow> starts(Bundle bundle, Plan plan, String servers, List<String> skipped) {
    if (!plan.systems().contains(SystemUnderTest.OURS)) {
      return List.of();
    }
    progress.println("startups of " + SystemUnderTest.OURS.label());
    try {
      return new StartupBenchmark(
              launcher,
              given(bundle),
              new TrialTopics(servers, newPrefix() + "-starts", PARTITIONS))
          .run();
    } catch (PipelineFailedException e) {
      skipped.add("startups failed: " + e.getMessage());
      return List.of();
    }
  }

  private BundleChoice given(Bundle bundle) {
    return new BundleChoice(bundle.manifest().name(), bundlePath.toAbsolutePath());
  }

  private List<Trial> trials(Bundle bundle, Plan plan, int backlog, List<String> skipped) {
    BundleChoice given = given(bundle);
    BundleChoice lstm = BundleChoice.randomLstm(bundle, launcher.folder());
    ProcessingGuarantee once = ProcessingGuarantee.EXACTLY_ONCE_V2;
    ProcessingGuarantee atLeast = ProcessingGuarantee.AT_LEAST_ONCE;
    int seconds = plan.latencySeconds();
    List<Trial> trials = new ArrayList<>();
    for (int threads : plan.threads()) {
      for (ProcessingGuarantee guarantee : List.of(once, atLeast)) {
        int latency = threads == 1 ? seconds : 0;
        trials.add(
            new Trial(SystemUnderTest.OURS, given, guarantee, threads, threads * backlog, latency));
      }
    }
    // The cost and the gain of a request per score.
    trials.add(
        new Trial(
            SystemUnderTest.OURS, given, atLeast, 1, backlog, seconds, Map.of("linger.ms", "0")));
    int onnx = (int) (backlog / ONNX_FACTOR);
    trials.add(new Trial(SystemUnderTest.ONNX_LOOP, given, atLeast, 1, onnx, seconds));
    PythonLoop.missing(launcher.python())
        .ifPresentOrElse(
            why -> skipped.add(SystemUnderTest.PYTHON_LOOP.label() + " skipped: " + why),
            () ->
                trials.add(
                    new Trial(
                        SystemUnderTest.PYTHON_LOOP,
                        given,
                        atLeast,
                        1,
                        (int) (backlog / PYTHON_FACTOR),
                        seconds)));
    trials.add(new Trial(SystemUnderTest.OURS, lstm, atLeast, 1, backlog, 0));
    int dl4j = Math.max(30, (int) (backlog / DL4J_FACTOR));
    trials.add(new Trial(SystemUnderTest.DL4J_STREAMS, lstm, atLeast, 1, dl4j, seconds));
    trials.removeIf(trial -> !plan.systems().contains(trial.system()));
    return trials;
  }

  /**
   * Returns the number of reviews that one thread scores in the planned time, measured in this
   * process.
   */
  private static int backlog(Bundle bundle, Reviews reviews, Plan plan) {
    TextScorer scorer = bundle.newScorer();
    List<String> texts = reviews.texts();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    long start = System.nanoTime();
    int scored = 0;
    do {
      // Scores before the code is compiled do not count.
      if (scored == texts.size()) {
        start = System.nanoTime();
      }
      var unused = scorer.score(texts.get(scored % texts.size()));
      scored++;
    } while (scored < 2 * texts.size() || System.nanoTime() < deadline);
    double perSecond = (scored - texts.size()) / ((System.nanoTime() - start) / 1e9);
    return Math.max(LEAST_BACKLOG, (int) (perSecond * plan.backlogSeconds()));
  }

  private void writeProfileSettings() {
    String resource = "/benchmarks-profile.jfc";
    try (InputStream in =
        Objects.requireNonNull(PipelineBenchmark.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, launcher.folder().resolve("profile.jfc"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the settings of Flight Recorder", e);
    }
  }

  /** Deletes the folder of a benchmark. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the folder " + folder + ".", e);
    }
  }
}
