package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.benchmarks.result.Spread;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the application some times, with nothing to score and without Flight Recorder, from its
 * jar and from a class-data archive (JEP 350), as the image does.
 */
final class Starts {

  private static final int TIMES = 5;

  private final Launcher launcher;
  private final Trial trial;
  private final Topics topics;

  Starts(Launcher launcher, BundleChoice bundle, Topics topics) {
    this.launcher = launcher;
    this.topics = topics;
    trial = new Trial(SystemUnderTest.OURS, bundle, ProcessingGuarantee.EXACTLY_ONCE_V2, 1, 0, 0);
  }

  List<StartRow> run() {
    topics.create();
    try {
      Path archive = launcher.folder().resolve("classes.jsa");
      StartRow plain = row("java -jar", false, List.of());
      // Written when the process ends.
      var unused = seconds(List.of("-XX:ArchiveClassesAtExit=" + archive));
      StartRow shared =
          row("with a class-data archive", true, List.of("-XX:SharedArchiveFile=" + archive));
      return List.of(plain, shared);
    } finally {
      topics.delete();
    }
  }

  private StartRow row(String how, boolean archive, List<String> options) {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      seconds[i] = seconds(options);
    }
    return new StartRow(how, archive, Spread.of(seconds), TIMES);
  }

  private double seconds(List<String> options) {
    Launcher.Started started = launcher.ours(trial, topics, options);
    try (Child application = started.process()) {
      application.requireAlive();
    }
    return started.readySeconds();
  }
}
