package io.sentimentstreams.app.http;

/** Answers requests for one path; asked by several threads at once. */
@FunctionalInterface
public interface HttpHandler {

  /** The answer; a failure is answered with status 500 and is logged. */
  Response answer(Request request);
}
