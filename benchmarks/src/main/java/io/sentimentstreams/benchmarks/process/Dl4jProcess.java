package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import java.io.PrintWriter;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plain Kafka Streams application that calls Deeplearning4j's {@code output()} per record. */
@Command(name = Dl4jProcess.NAME, hidden = true)
public final class Dl4jProcess implements Callable<Integer> {

  /** Name of the command. */
  public static final String NAME = "dl4j-process";

  @Mixin private PeerOptions options = new PeerOptions();

  private final PrintWriter out;

  /**
   * Creates a command.
   *
   * @param out writer for the line that reports readiness
   */
  public Dl4jProcess(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    LoadedBundle loaded = BundleReader.read(options.bundle);
    try (Engine engine = Contestant.DEEPLEARNING4J.open(loaded.bundle().model(), 1);
        KafkaStreams streams = new KafkaStreams(topology(loaded, engine), settings())) {
      streams.setStateListener(
          (now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
              ReadySignal.report(out, options.reviews);
            }
          });
      streams.start();
      ReadySignal.awaitEndOfInput();
    }
    return 0;
  }

  private Topology topology(LoadedBundle loaded, Engine engine) {
    ThreadLocal<PeerScorer> scorers =
        ThreadLocal.withInitial(() -> new PeerScorer(loaded, engine.newScorer()));
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(options.reviews, Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .mapValues(value -> scorers.get().score(value))
        .to(options.scores, Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, options.applicationId);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrapServers);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, options.threads);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, options.stateDir.toString());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    return settings;
  }
}
