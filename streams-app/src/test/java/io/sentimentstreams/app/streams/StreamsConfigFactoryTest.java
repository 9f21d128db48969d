package io.sentimentstreams.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.Settings;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The configuration of Kafka's clients. */
class StreamsConfigFactoryTest {

  @Test
  void withoutTransactionsTheProducerLingersBriefly() {
    assertThat(linger("--processing-guarantee", "at_least_once")).isEqualTo(5);
  }

  @Test
  void withTransactionsTheProducerLingersByDefault() {
    assertThat(linger("--processing-guarantee", "exactly_once_v2")).isEqualTo("100");
  }

  @Test
  void passThroughSettingsOverrideTheDefaults() {
    String[] atLeastOnce = {"--processing-guarantee", "at_least_once", "--kafka"};

    assertThat(linger(atLeastOnce[0], atLeastOnce[1], atLeastOnce[2], "linger.ms=0"))
        .isEqualTo("0");
    assertThat(linger(atLeastOnce[0], atLeastOnce[1], atLeastOnce[2], "producer.linger.ms=1"))
        .isEqualTo("1");
  }

  @Test
  void fewReviewsAreBuffered() {
    StreamsConfig config = config();

    assertThat(config.getInt(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG)).isEqualTo(16);
    assertThat(polled(config)).isEqualTo(64);
    assertThat(polled(config("--kafka", "max.poll.records=500"))).isEqualTo("500");
    assertThat(polled(config("--kafka", "consumer.max.poll.records=500"))).isEqualTo("500");
  }

  private static @Nullable Object polled(StreamsConfig config) {
    return config
        .getMainConsumerConfigs("group", "test", 0)
        .get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG);
  }

  private static @Nullable Object linger(String... arguments) {
    return config(arguments).getProducerConfigs("test").get(ProducerConfig.LINGER_MS_CONFIG);
  }

  private static StreamsConfig config(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    all[0] = "--bootstrap-servers";
    all[1] = "127.0.0.1:9092";
    all[2] = "--bundle";
    all[3] = "models/imdb-default";
    Settings settings = Settings.read(Map.of(), all);
    return StreamsConfigFactory.streams(
        settings.connection(), settings.streams(), Optional.empty(), 1_000_000);
  }
}
