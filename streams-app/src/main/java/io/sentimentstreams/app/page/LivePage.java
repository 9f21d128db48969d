package io.sentimentstreams.app.page;

import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Route;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.model.decision.Task;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The live page at {@code /} and the JSON that it shows. Samples the meters every second until
 * closed. Thread-safe.
 */
public final class LivePage implements AutoCloseable {

  private final ScoreListener listener;
  private final List<Route> routes;
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "recent-activity");
            daemon.setDaemon(true);
            return daemon;
          });

  /**
   * Creates a page and starts sampling.
   *
   * @param context the instance that the page shows
   * @param texts whether the page shows reviews' texts and identifiers
   * @param json writes the responses
   */
  public LivePage(PageContext context, boolean texts, JsonResponses json) {
    LatestScores latest = new LatestScores(texts);
    ScoreHistogram scores =
        new ScoreHistogram(
            context.models().all().stream().allMatch(model -> model.task() != Task.NOMINAL));
    listener =
        (score, text) -> {
          latest.scored(score, text);
          scores.scored(score, text);
        };
    RecentActivity recent = new RecentActivity();
    InstanceStatusReader status = new InstanceStatusReader(context, recent, latest, scores);
    ModelCards cards = new ModelCards(context.models());
    routes =
        List.of(
            Route.get("/", Asset.of("page.html", "text/html; charset=utf-8")),
            Route.get("/page.css", Asset.of("page.css", "text/css; charset=utf-8")),
            Route.get("/page.js", Asset.of("page.js", "text/javascript; charset=utf-8")),
            Route.get("/icon.svg", Asset.of("icon.svg", "image/svg+xml")),
            Route.get("/v1/status", request -> json.ok(status.now())),
            Route.get(ModelCards.PATH, request -> json.ok(cards.main())),
            Route.getBelow(ModelCards.PATH + "/", request -> cards.answer(request.rest(), json)));
    var unused =
        sampler.scheduleAtFixedRate(
            () -> recent.take(System.nanoTime(), status.counts()), 0, 1, TimeUnit.SECONDS);
  }

  /** Returns the listener that receives every score. */
  public ScoreListener listener() {
    return listener;
  }

  /** Returns the routes of the page, its files and its JSON. */
  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
