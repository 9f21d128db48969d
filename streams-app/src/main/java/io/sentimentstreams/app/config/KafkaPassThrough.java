package io.sentimentstreams.app.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that begin with {@code kafka.} and go to Kafka's clients unchanged. */
final class KafkaPassThrough {

  static final String PREFIX = "kafka.";
  static final String ENVIRONMENT_PREFIX = "KAFKA_";
  static final String REDACTED = "(hidden)";

  /** What Kafka calls a setting that we have a name for, and our name. */
  static final Map<String, String> RESERVED =
      Map.of(
          StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, SettingsDefinition.BOOTSTRAP_SERVERS,
          StreamsConfig.APPLICATION_ID_CONFIG, SettingsDefinition.APPLICATION_ID,
          StreamsConfig.PROCESSING_GUARANTEE_CONFIG, SettingsDefinition.PROCESSING_GUARANTEE,
          StreamsConfig.NUM_STREAM_THREADS_CONFIG, SettingsDefinition.THREADS,
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, SettingsDefinition.COMMIT_INTERVAL_MS,
          StreamsConfig.APPLICATION_SERVER_CONFIG, ItemSettingsDefinition.APPLICATION_SERVER,
          StreamsConfig.STATE_DIR_CONFIG, SettingsDefinition.STATE_DIR);

  private static final Pattern SECRET =
      Pattern.compile("password|secret|jaas|token|credential|key(store|$|\\.)|certificate");

  private KafkaPassThrough() {}

  /** The value as it may be printed: secrets are hidden. */
  static String printable(String name, String value) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() ? REDACTED : value;
  }

  /**
   * The names that an environment variable may set. Others that begin with {@code KAFKA_} are not
   * meant for us: start scripts and container platforms define some of their own.
   */
  static Set<String> knownToKafka() {
    Set<String> names = new TreeSet<>(AdminClientConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(StreamsConfig.configDef().names());
    return names;
  }
}
