package io.sentimentstreams.benchmarks.process;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the peers' applications. */
@SuppressWarnings("NullAway.Init") // picocli sets required options.
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
