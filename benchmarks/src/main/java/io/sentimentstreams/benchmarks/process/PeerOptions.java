package io.sentimentstreams.benchmarks.process;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What an application of a peer is told. */
@SuppressWarnings("NullAway.Init") // All required, so picocli sets them.
final class PeerOptions {

  @Option(names = "--bootstrap-servers", required = true)
  String bootstrapServers;

  @Option(names = "--application-id", required = true)
  String applicationId;

  @Option(names = "--topics-reviews", required = true)
  String reviews;

  @Option(names = "--topics-scores", required = true)
  String scores;

  @Option(names = "--bundle", required = true)
  Path bundle;

  @Option(names = "--threads", required = true)
  int threads;

  @Option(names = "--state-dir", required = true)
  Path stateDir;
}
