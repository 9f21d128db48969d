package io.sentimentstreams.system;

import java.io.IOException;
import java.net.URI;

/** A schema registry that a test can stop and start. */
interface TestRegistry extends AutoCloseable {

  /** Returns the base URL of its API, which does not change. */
  URI url();

  /** Stops the registry, which keeps its schemas. */
  void stop() throws IOException;

  /** Starts the registry again. */
  void start() throws IOException;

  @Override
  void close();
}
