package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.ScoringApp;
import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A run of the quickstart, from the start of the broker to the summary. */
final class QuickstartRun {

  private static final int PARTITIONS = 3;
  private static final int DEFAULT_HTTP_PORT = 9404;
  private static final long READY_TIMEOUT_SECONDS = 120;
  private static final double WARM_UP_RATE = 50;

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

  /** Runs until the summary is printed. Returns the exit code of the process. */
  int run() {
    LogFile log =
        new LogFile(
            Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams-quickstart.log"));
    log.open();
    out.println("Starting a Kafka broker and the application. This takes some seconds ...");
    try (TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"), Map.of())) {
      Settings app =
          Settings.of(settings(broker.bootstrapServers(), folder.path().resolve("streams")));
      Topics topics = app.topics();
      broker.createTopics(PARTITIONS, topics.reviews(), topics.scores(), topics.deadLetter());
      return end.with(play(app, log));
    } finally {
      end.reached();
    }
  }

  private Map<String, String> settings(String bootstrapServers, Path state) {
    Map<String, String> all = new HashMap<>(settings.selection().routes().settings());
    all.put("bootstrap.servers", bootstrapServers);
    all.put("state.dir", state.toString());
    all.put("http.port", Integer.toString(httpPort()));
    all.put("http.page.texts", "true");
    return all;
  }

  private int play(Settings app, LogFile log) {
    try (OutcomeReader reader =
            new OutcomeReader(app.connection().bootstrapServers(), app.topics());
        EventPublisher publisher = publisher(app)) {
      Playback playback = new Playback(publisher, reader, ledger, table);
      end.onSignal(playback::stop);
      try (ScoringApp scoring = ScoringApp.start(app)) {
        awaitReady(scoring, log);
        showAddresses(app, scoring.httpPort(), log);
        warmUp(playback, scoring::hasFailed);
        showLegend();
        playback.play(settings.playlist(), settings.rate(), scoring::hasFailed);
      }
      playback.readToEnd();
    }
    Summary summary = ledger.summary();
    show(summary);
    return summary.isExactlyOnce() ? 0 : 1;
  }

  private EventPublisher publisher(Settings app) {
    return new EventPublisher(
        app.connection().bootstrapServers(),
        app.topics().reviews(),
        RecordEncoder.of(ReviewEvent.class),
        "none",
        ledger::published,
        Clock.systemUTC());
  }

  private void warmUp(Playback playback, BooleanSupplier failed) {
    List<PlannedEvent> events = settings.warmUp();
    if (events.isEmpty()) {
      return;
    }
    out.println("Warming up with " + events.size() + " reviews, which are not shown ...");
    playback.warmUp(events, WARM_UP_RATE, failed);
  }

  private static void awaitReady(ScoringApp scoring, LogFile log) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_TIMEOUT_SECONDS);
    while (!scoring.isReady()) {
      if (scoring.hasFailed() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "The application did not become ready. See the log file " + log.path() + ".");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while the application was starting.", e);
      }
    }
  }

  private int httpPort() {
    return settings.httpPort().orElseGet(() -> isFree(DEFAULT_HTTP_PORT) ? DEFAULT_HTTP_PORT : 0);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private void showAddresses(Settings app, int httpPort, LogFile log) {
    String http = "http://127.0.0.1:" + httpPort;
    Topics topics = app.topics();
    out.println();
    out.println("  page      " + http + "/");
    out.println("  metrics   " + http + "/metrics");
    out.println("  health    " + http + "/health/ready");
    out.println(
        "  Kafka     " + app.connection().bootstrapServers() + " (stops with this command)");
    out.println("  topics    " + topics.reviews() + " -> " + topics.scores());
    out.println("            " + topics.deadLetter() + " for events that cannot be scored");
    String name = "  model     ";
    for (String line : settings.selection().routes().lines()) {
      out.println(name + line);
      name = " ".repeat(name.length());
    }
    out.println("  log       " + log.path());
    out.println();
  }

  private void showLegend() {
    PlayedModel model = settings.selection().model();
    out.println("Sending " + settings.selection().description() + ". Press Ctrl-C to stop.");
    if (settings.selection().routes().isByLanguage()) {
      out.println("The reviews do not name their language. The application detects it.");
    }
    out.println();
    legend(model.numberName(), model.numberMeaning());
    if (settings.selection().routes().isByLanguage()) {
      legend("ROUTE", "route of the model, which the language of the review selects");
    }
    legend("LABEL", "label that the application gave; it gives none if it cannot answer");
    legend("EXPECTED", "label that a reader would give; WRONG marks a different LABEL");
    legend("LATENCY", "time from sending the review to reading its committed score");
    out.println();
  }

  private void legend(String column, String meaning) {
    out.println("  " + TextWidth.padded(column, 10) + meaning);
  }

  private void show(Summary summary) {
    out.println();
    out.println(summary.answers().accuracy());
    out.println(summary.answers().coverage());
    out.println(summary.delivery());
    if (!settings.warmUp().isEmpty()) {
      out.println("The warm-up reviews are left out of accuracy, coverage, scored, p50 and p99.");
    }
    out.println(summary.line());
  }
}
