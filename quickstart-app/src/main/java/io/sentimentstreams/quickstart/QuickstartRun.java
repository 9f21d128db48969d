package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.ScoringApp;
import io.sentimentstreams.app.config.Settings;
import io.sentimentstreams.app.config.Topics;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run from the broker's start to the summary. */
final class QuickstartRun {

  private static final int PARTITIONS = 3;
  private static final int USUAL_HTTP_PORT = 9404;
  private static final long READY_SECONDS = 120;

  private final QuickstartSettings settings;
  private final PrintWriter out;
  private final LiveTable table;
  private final Ledger ledger = new Ledger();
  private final CleanEnd end;

  QuickstartRun(QuickstartSettings settings, PrintWriter out, LiveTable table) {
    this.settings = settings;
    this.out = out;
    this.table = table;
    end = new CleanEnd(out);
  }

  /** Gives the process's exit code. */
  int run() {
    LogFile log =
        new LogFile(
            Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams-quickstart.log"));
    log.open();
    out.println("Starting a Kafka broker and the application ...");
    out.println("Playing " + settings.what() + ".");
    try (TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"), Map.of())) {
      Settings app =
          Settings.of(
              Map.of(
                  "bootstrap.servers", broker.bootstrapServers(),
                  "bundle", settings.bundle().toString(),
                  "state.dir", folder.path().resolve("streams").toString(),
                  "http.port", Integer.toString(httpPort()),
                  "http.page.texts", "true"));
      Topics topics = app.topics();
      broker.createTopics(PARTITIONS, topics.reviews(), topics.scores(), topics.deadLetter());
      return end.with(play(app, log));
    } finally {
      end.reached();
    }
  }

  private int play(Settings app, LogFile log) {
    try (OutcomeReader reader = new OutcomeReader(app.bootstrapServers(), app.topics())) {
      EventPublisher publisher =
          new EventPublisher(
              app.bootstrapServers(),
              app.topics().reviews(),
              RecordEncoder.of(ReviewEvent.class),
              "none",
              settings.playlist(),
              settings.rate(),
              ledger::published,
              Clock.systemUTC());
      Playback playback = new Playback(publisher, reader, ledger, table);
      end.onSignal(playback::stop);
      try (ScoringApp scoring = ScoringApp.start(app)) {
        awaitReady(scoring, log);
        showPlaces(app, scoring.httpPort(), log);
        playback.play(scoring::hasFailed);
      }
      playback.readToEnd();
    }
    Summary summary = ledger.summary();
    out.println();
    out.println(summary.agreement());
    out.println(summary.line());
    return summary.isExactlyOnce() ? 0 : 1;
  }

  private static void awaitReady(ScoringApp scoring, LogFile log) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!scoring.isReady()) {
      if (scoring.hasFailed() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the application did not get ready; see " + log.path());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the application started", e);
      }
    }
  }

  private int httpPort() {
    return settings.httpPort().orElseGet(() -> isFree(USUAL_HTTP_PORT) ? USUAL_HTTP_PORT : 0);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private void showPlaces(Settings app, int httpPort, LogFile log) {
    String http = "http://127.0.0.1:" + httpPort;
    Topics topics = app.topics();
    out.println();
    out.println("  Kafka     " + app.bootstrapServers() + "  (ends with this command)");
    out.println("  topics    " + topics.reviews() + " -> " + topics.scores());
    out.println("            " + topics.deadLetter() + " for what cannot be scored");
    out.println("  model     " + app.bundle());
    out.println("  page      " + http + "/");
    out.println("  metrics   " + http + "/metrics");
    out.println("  health    " + http + "/health/ready");
    out.println("  log       " + log.path());
    out.println();
    out.println(
        "SCORE is P(positive), EXPECTED what a reader finds, RIGHT how often both agree so far;");
    out.println("LATENCY runs from publishing a review until a reader sees its committed score.");
    out.println("Ctrl-C ends it.");
    out.println();
  }
}
