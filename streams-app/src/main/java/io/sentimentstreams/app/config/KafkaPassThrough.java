package io.sentimentstreams.app.config;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that begin with {@code kafka.} and are passed to Kafka's clients unchanged. */
public final class KafkaPassThrough {

  public static final String PREFIX = "kafka.";
  static final String ENVIRONMENT_PREFIX = "KAFKA_";
  static final String REDACTED = "(hidden)";

  private static final Pattern SECRET =
      Pattern.compile("password|secret|jaas|token|credential|key(store|$|\\.)|certificate");

  private KafkaPassThrough() {}

  /** Returns the value, or a placeholder if the name suggests a secret. */
  static String printable(String name, String value) {
    return isSecret(name) && !value.isEmpty() ? REDACTED : value;
  }

  static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Returns the names that an environment variable may set. Start scripts and container platforms
   * define other variables that begin with {@code KAFKA_}.
   */
  static Set<String> knownToKafka() {
    Set<String> names = new TreeSet<>(AdminClientConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(StreamsConfig.configDef().names());
    return names;
  }
}
