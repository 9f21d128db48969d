package io.sentimentstreams.app.page;

import io.sentimentstreams.app.api.ScoreHandler;
import io.sentimentstreams.app.http.Json;
import io.sentimentstreams.app.http.Route;
import io.sentimentstreams.app.topology.ScoreListener;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The page at {@code /} and the JSON that it is made of. Looks at the meters each second until
 * closed. Thread-safe.
 */
public final class LivePage implements AutoCloseable {

  private final ScoreListener listener;
  private final List<Route> routes;
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "last-minute");
            daemon.setDaemon(true);
            return daemon;
          });

  /**
   * A page that watches from now on.
   *
   * @param surroundings what it is about
   * @param texts whether reviews' texts and identifiers are shown
   */
  public LivePage(PageContext surroundings, boolean texts) {
    LatestScores latest = new LatestScores(texts);
    ScoreHistogram scores = new ScoreHistogram();
    listener =
        (score, text) -> {
          latest.scored(score, text);
          scores.scored(score, text);
        };
    RecentActivity lastMinute = new RecentActivity();
    InstanceStatusReader report =
        new InstanceStatusReader(surroundings, lastMinute, latest, scores);
    Json json = new Json();
    ModelCard card = ModelCard.of(surroundings.model());
    routes =
        List.of(
            Route.get("/", Asset.of("page.html", "text/html; charset=utf-8")),
            Route.get("/page.css", Asset.of("page.css", "text/css; charset=utf-8")),
            Route.get("/page.js", Asset.of("page.js", "text/javascript; charset=utf-8")),
            Route.get("/icon.svg", Asset.of("icon.svg", "image/svg+xml")),
            Route.get("/v1/status", request -> json.ok(report.now())),
            Route.get("/v1/model", request -> json.ok(card)),
            Route.post(
                "/v1/score", ScoreHandler.MAX_BODY, new ScoreHandler(surroundings.model(), json)));
    var unused =
        sampler.scheduleAtFixedRate(
            () -> lastMinute.take(System.nanoTime(), report.counts()), 0, 1, TimeUnit.SECONDS);
  }

  /** What must hear of scores. */
  public ScoreListener listener() {
    return listener;
  }

  /** What must be served. */
  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
