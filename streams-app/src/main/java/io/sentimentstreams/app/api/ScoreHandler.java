package io.sentimentstreams.app.api;

import io.sentimentstreams.app.api.ScoreRequest.MalformedRequestException;
import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.model.language.LanguageChoice;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.PrefixScores;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Scores the texts of HTTP requests. One text at a time, so requests take at most one CPU from the
 * stream. Thread-safe.
 */
public final class ScoreHandler implements HttpHandler {

  /** The path of the route. */
  public static final String PATH = "/v1/score";

  /** The maximum size of a request's body. */
  public static final int MAX_BODY_BYTES = 65_536;

  private static final long TIMEOUT_MILLIS = 500;

  /** The maximum number of timesteps of all prefixes, unless {@link #MIN_PREFIXES} need more. */
  private static final int MAX_TIMESTEPS = 120_000;

  private static final int MIN_PREFIXES = 10;

  private final ServedModels models;
  private final LanguageRouter router;
  private final Map<String, PrefixScorer> scorers = new HashMap<>();
  private final JsonResponses json;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Creates a handler with scorers of its own.
   *
   * @param router selects a route of the models
   * @param json writes responses
   */
  public ScoreHandler(ServedModels models, LanguageRouter router, JsonResponses json) {
    this.models = models;
    this.router = router;
    this.json = json;
    models.all().forEach(model -> scorers.put(model.route(), model.newPrefixScorer()));
  }

  @Override
  public Response answer(Request request) {
    Optional<String> unsupported =
        JsonContentType.problem(request.header("Content-Type").orElse(""));
    if (unsupported.isPresent()) {
      return json.error(415, unsupported.get());
    }
    ScoreRequest requested;
    try {
      requested = ScoreRequest.of(request.body());
    } catch (MalformedRequestException e) {
      return json.error(400, String.valueOf(e.getMessage()));
    }
    try {
      if (!turn.tryAcquire(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        return json.error(503, "Other texts are being scored. Try again in a second.")
            .with("Retry-After", "1");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return json.error(503, "The request took too long. Try again in a second.")
          .with("Retry-After", "1");
    }
    try {
      return json.ok(score(requested, router.choose(requested.language(), requested.text())));
    } finally {
      turn.release();
    }
  }

  private ScoreAnswer score(ScoreRequest requested, LanguageChoice choice) {
    Optional<ActiveModel> chosen = choice.route().flatMap(models::ofRoute);
    if (chosen.isEmpty()) {
      return ScoreAnswer.unsupported(choice.language());
    }
    ActiveModel model = chosen.get();
    PrefixScores scored =
        Objects.requireNonNull(scorers.get(model.route()))
            .score(requested.text(), Math.max(1, prefixes(requested, model)));
    LanguageChoice confirmed =
        router.confirm(
            choice, requested.text(), scored.whole().tokens(), scored.whole().outOfVocabulary());
    return confirmed.route().equals(choice.route())
        ? ScoreAnswer.of(scored, requested.prefixes() > 0, model, confirmed.language())
        : score(requested, confirmed);
  }

  /** Returns the number of prefixes to score: fewer than requested if the text is long. */
  private static int prefixes(ScoreRequest requested, ActiveModel model) {
    int longest = Math.min(requested.text().length(), model.manifest().text().maxLength());
    int affordable = Math.max(MIN_PREFIXES, MAX_TIMESTEPS / longest);
    return Math.min(requested.prefixes(), affordable);
  }
}
