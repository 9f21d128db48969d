package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.http.Route;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** The liveness and readiness of an instance. Thread-safe. */
public final class Health {

  private final KafkaStreams streams;
  private final RecordFormats formats;

  /** Creates the health of one client and its formats. */
  public Health(KafkaStreams streams, RecordFormats formats) {
    this.streams = streams;
    this.formats = formats;
  }

  /** Returns whether the instance scores: every thread runs and no partition waits for a schema. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING && formats.blockedBy().isEmpty();
  }

  /** Returns whether the client shut down because of a permanent error. */
  public boolean hasFailed() {
    KafkaStreams.State state = streams.state();
    return state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR;
  }

  /** Returns the routes of both probes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", request -> live()),
        Route.get("/health/ready", request -> ready()));
  }

  private Response live() {
    return hasFailed() ? Response.line(503, "failed") : Response.line(200, "live");
  }

  private Response ready() {
    return isReady()
        ? Response.line(200, "ready")
        : Response.line(
            503,
            "not ready: "
                + formats
                    .blockedBy()
                    .map(what -> "waits for " + what)
                    .orElse(streams.state().name()));
  }
}
