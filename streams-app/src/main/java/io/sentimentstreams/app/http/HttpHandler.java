package io.sentimentstreams.app.http;

/** Handles the requests of a route. Implementations must be thread-safe. */
@FunctionalInterface
public interface HttpHandler {

  /** Returns the response; an exception is logged and becomes status 500. */
  Response answer(Request request);
}
