package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.http.Route;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** Tells whoever watches the process whether to send it work and whether to end it. Thread-safe. */
public final class Health {

  private final KafkaStreams streams;
  private final RecordFormats formats;

  public Health(KafkaStreams streams, RecordFormats formats) {
    this.streams = streams;
    this.formats = formats;
  }

  /** Whether records are being scored: the model is loaded, every thread runs and none waits. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING && formats.waitsFor().isEmpty();
  }

  /** Whether the client ended by itself because of a failure that would come back. */
  public boolean hasFailed() {
    KafkaStreams.State state = streams.state();
    return state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR;
  }

  /** Where both can be asked. */
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
                    .waitsFor()
                    .map(what -> "waits for " + what)
                    .orElse(streams.state().name()));
  }
}
