package io.sentimentstreams.app.api;

import io.sentimentstreams.app.api.ScoreRequest.MalformedRequestException;
import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.PrefixScorer;
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

  private final ActiveModel model;
  private final PrefixScorer scorer;
  private final JsonResponses json;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Creates a handler with a scorer of its own.
   *
   * @param json writes responses
   */
  public ScoreHandler(ActiveModel model, JsonResponses json) {
    this.model = model;
    this.json = json;
    scorer = model.newPrefixScorer();
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
      return json.ok(
          ScoreAnswer.of(
              scorer.score(requested.text(), Math.max(1, prefixes(requested))),
              requested.prefixes() > 0,
              model));
    } finally {
      turn.release();
    }
  }

  /** Returns the number of prefixes to score: fewer than requested if the text is long. */
  private int prefixes(ScoreRequest requested) {
    int longest = Math.min(requested.text().length(), model.manifest().text().maxLength());
    int affordable = Math.max(MIN_PREFIXES, MAX_TIMESTEPS / longest);
    return Math.min(requested.prefixes(), affordable);
  }
}
