package io.sentimentstreams.system;

import java.io.IOException;
import java.net.URI;

/** A schema registry that a test can take away and give back. */
interface TestRegistry extends AutoCloseable {

  /** The base of its HTTP API; stays the same. */
  URI url();

  /** It does not answer from now on, but forgets nothing. */
  void stop() throws IOException;

  /** It answers again. */
  void start() throws IOException;

  @Override
  void close();
}
