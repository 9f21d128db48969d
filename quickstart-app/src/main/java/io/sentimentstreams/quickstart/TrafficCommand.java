package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.config.RegistrySettings;
import io.sentimentstreams.app.registry.RegisteredReviews;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reviews for an application that runs elsewhere. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes sample reviews to a Kafka cluster at an even rate, and now and then an event that"
          + " cannot be scored. Ctrl-C ends it."
    })
final class TrafficCommand implements Callable<Integer> {

  private static final double HIGHEST_RATE = 10_000;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The cluster, several addresses separated by commas.")
  private String bootstrapServers;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "reviews",
      description = "Where reviews go. Default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "Register the schema of reviews with the schema registry there (Confluent's HTTP API), and"
              + " write reviews in its wire format. Without it, in single-object encoding.")
  private @Nullable String registry;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "20",
      description = "Events a second, up to 10000. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description = "Publish N reviews, then end. Without it, reviews are published until Ctrl-C.")
  private @Nullable Long reviews;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--compression",
      paramLabel = "TYPE",
      defaultValue = "none",
      description = "none, gzip, snappy, lz4 or zstd. Default: ${DEFAULT-VALUE}.")
  private Compression compression;

  private final PrintWriter out;

  /** What Kafka's producers know, by their names. */
  private enum Compression {
    none,
    gzip,
    snappy,
    lz4,
    zstd
  }

  TrafficCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (!(rate > 0 && rate <= HIGHEST_RATE)) {
      throw wrong("--rate must be above 0 and at most 10000, was " + rate);
    }
    if (reviews != null && reviews < 1) {
      throw wrong("--reviews must be at least 1, was " + reviews);
    }
    RecordEncoder<ReviewEvent> encoder = encoder();
    TrafficCount count = new TrafficCount(out);
    EventPublisher publisher =
        new EventPublisher(
            bootstrapServers,
            topic,
            encoder,
            compression.name(),
            new Playlist(SampleReviews.read(), reviews == null ? Long.MAX_VALUE : reviews),
            rate,
            count,
            Clock.systemUTC());
    CleanEnd end = new CleanEnd(out);
    end.onSignal(publisher::stop);
    try {
      publisher.run();
      return end.with(count.end());
    } finally {
      end.reached();
    }
  }

  private RecordEncoder<ReviewEvent> encoder() {
    if (registry == null) {
      return RecordEncoder.of(ReviewEvent.class);
    }
    RegistrySettings settings;
    try {
      settings = RegistrySettings.open(registry);
    } catch (IllegalArgumentException e) {
      throw wrong("--registry: " + e.getMessage());
    }
    return RegisteredReviews.await(
        settings, topic, why -> out.println("waiting for the schema registry: " + why));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
