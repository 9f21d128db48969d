package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.registry.RegisteredReviews;
import io.sentimentstreams.app.registry.RegistrySettings;
import io.sentimentstreams.quickstart.review.SampleReviews;
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

/** The command {@code traffic}: publishes reviews for an application in another process. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes sample reviews to a Kafka cluster at a constant rate, with a malformed event now and"
          + " then. Press Ctrl-C to stop."
    })
final class TrafficCommand implements Callable<Integer> {

  private static final double MAX_RATE = 10_000;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      required = true,
      description = "Address of the cluster. Separate several addresses with commas.")
  private String bootstrapServers;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "reviews",
      description = "Topic of the reviews. Default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "Register the schema of reviews with this schema registry (Confluent's HTTP API) and write"
              + " reviews in its wire format. Default: Avro's single-object encoding.")
  private @Nullable String registry;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "20",
      description = "Events per second, at most 10000. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description = "Publish N reviews and stop. Default: no limit.")
  private @Nullable Long reviews;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--compression",
      paramLabel = "TYPE",
      defaultValue = "none",
      description =
          "Compression of the records: none, gzip, snappy, lz4 or zstd. Default: ${DEFAULT-VALUE}.")
  private Compression compression;

  private final PrintWriter out;

  /** The compression types of Kafka's producers. */
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
    if (!(rate > 0 && rate <= MAX_RATE)) {
      throw invalid("--rate must be above 0 and at most 10000: " + rate + ".");
    }
    if (reviews != null && reviews < 1) {
      throw invalid("--reviews must be at least 1: " + reviews + ".");
    }
    RecordEncoder<ReviewEvent> encoder = encoder();
    TrafficCount count = new TrafficCount(out);
    CleanEnd end = new CleanEnd(out);
    try {
      publish(encoder, count, end);
      return end.with(count.finish());
    } finally {
      end.reached();
    }
  }

  private void publish(RecordEncoder<ReviewEvent> encoder, TrafficCount count, CleanEnd end) {
    Playlist playlist =
        new Playlist(SampleReviews.clear(), reviews == null ? Long.MAX_VALUE : reviews);
    try (EventPublisher publisher =
        new EventPublisher(
            bootstrapServers, topic, encoder, compression.name(), count, Clock.systemUTC())) {
      end.onSignal(publisher::stop);
      publisher.publish(playlist, rate);
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
      throw invalid("--registry: " + e.getMessage());
    }
    return RegisteredReviews.await(
        settings, topic, reason -> out.println("Waiting for the schema registry: " + reason));
  }

  private ParameterException invalid(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
