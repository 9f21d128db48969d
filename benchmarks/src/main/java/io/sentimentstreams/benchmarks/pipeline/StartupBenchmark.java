package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.benchmarks.result.Quartiles;
import java.nio.file.Path;
import java.util.List;

/**
 * Benchmark of the startup without reviews and without Flight Recorder: from the jar, and from a
 * class-data archive (JEP 350) as in the image.
 */
final class StartupBenchmark {

  private static final int TIMES = 5;

  private final Launcher launcher;
  private final Trial trial;
  private final TrialTopics topics;

  StartupBenchmark(Launcher launcher, BundleChoice bundle, TrialTopics topics) {
    this.launcher = launcher;
    this.topics = topics;
    trial = new Trial(SystemUnderTest.OURS, bundle, ProcessingGuarantee.EXACTLY_ONCE_V2, 1, 0, 0);
  }

  List<StartupRow> run() {
    topics.create();
    try {
      Path archive = launcher.folder().resolve("classes.jsa");
      StartupRow plain = row("java -jar", false, List.of());
      // The archive is written when the process exits.
      var unused = seconds(List.of("-XX:ArchiveClassesAtExit=" + archive));
      StartupRow shared =
          row("with a class-data archive", true, List.of("-XX:SharedArchiveFile=" + archive));
      return List.of(plain, shared);
    } finally {
      topics.delete();
    }
  }

  private StartupRow row(String how, boolean archive, List<String> options) {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      seconds[i] = seconds(options);
    }
    return new StartupRow(how, archive, Quartiles.of(seconds), TIMES);
  }

  private double seconds(List<String> options) {
    Launcher.Started started = launcher.ours(trial, topics, options);
    try (ChildProcess application = started.process()) {
      application.requireAlive();
    }
    return started.readySeconds();
  }
}
