package io.sentimentstreams.app.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.api.ScoreRequest.MalformedRequestException;
import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.Json;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.PrefixScorer;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Scores texts that are sent over HTTP, one at a time, so that they take no more than one processor
 * from the stream. Thread-safe.
 */
public final class ScoreHandler implements HttpHandler {

  /** Bytes of a request's body. */
  public static final int MAX_BODY = 65_536;

  private static final long TIMEOUT_MILLIS = 500;

  /** Timesteps of all prefixes together, but for the ten that a text always gets. */
  private static final int MAX_TIMESTEPS = 120_000;

  private static final int MIN_PREFIXES = 10;

  private final ActiveModel model;
  private final PrefixScorer scorer;
  private final Json json;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Semaphore turn = new Semaphore(1, true);

  public ScoreHandler(ActiveModel model, Json json) {
    this.model = model;
    this.json = json;
    scorer = model.newPrefixScorer();
  }

  @Override
  public Response answer(Request request) {
    if (!request
        .header("Content-Type")
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .matches("application/json\\s*(;.*)?")) {
      return json.error(415, "the body must be application/json");
    }
    ScoreRequest asked;
    try {
      asked = ScoreRequest.of(request.body(), mapper);
    } catch (MalformedRequestException e) {
      return json.error(400, String.valueOf(e.getMessage()));
    }
    try {
      if (!turn.tryAcquire(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        return json.error(503, "other texts are being scored").with("Retry-After", "1");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return json.error(503, "the request took too long").with("Retry-After", "1");
    }
    try {
      return json.ok(
          ScoreAnswer.of(
              scorer.score(asked.text(), Math.max(1, prefixes(asked))),
              asked.prefixes() > 0,
              model));
    } finally {
      turn.release();
    }
  }

  /** Fewer where texts and sequences are so long that many would take too long. */
  private int prefixes(ScoreRequest asked) {
    int longest = Math.min(asked.text().length(), model.manifest().text().maxLength());
    int affordable = Math.max(MIN_PREFIXES, MAX_TIMESTEPS / longest);
    return Math.min(asked.prefixes(), affordable);
  }
}
