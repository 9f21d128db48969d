package io.sentimentstreams.app.kafka;

import io.sentimentstreams.app.config.OneLine;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.TopologyException;

/**
 * The kind of an error of Kafka's clients or of Kafka Streams: transient or permanent, with a
 * remedy. A caller that knows more, such as the topic, may have a more exact remedy.
 */
public enum KafkaErrorKind {
  /** The TLS handshake failed. */
  TLS(
      true,
      "Check kafka.ssl.truststore.*: it must contain the CA of the cluster's certificate, which must"
          + " name the host in bootstrap.servers. If the cluster requires a client certificate, set"
          + " kafka.ssl.keystore.* too."),
  /** The cluster rejected the credentials. */
  AUTHENTICATION(
      true, "Check kafka.sasl.mechanism, and user and password in kafka.sasl.jaas.config."),
  /** An ACL is missing. */
  AUTHORIZATION(true, "Add the missing ACL; topics check names those of the application."),
  /** The brokers do not support a request. */
  UNSUPPORTED_VERSION(true, "Upgrade the brokers."),
  /** A record exceeds the topic's maximum size. */
  RECORD_TOO_LARGE(true, "Increase max.message.bytes of the topic."),
  /** The topic does not accept a record's timestamp. */
  INVALID_TIMESTAMP(
      true,
      "Increase message.timestamp.after.max.ms or message.timestamp.before.max.ms of the topic."),
  /** A source topic does not exist. */
  MISSING_SOURCE_TOPIC(true, "Create the topic with topics create."),
  /** The configuration of a client, a topic or the topology is invalid. */
  INVALID_CONFIGURATION(true, "Check bootstrap.servers and the settings that begin with kafka."),
  /** The virtual machine cannot continue, for example without memory. */
  VIRTUAL_MACHINE(true, "Fix the cause and restart."),
  /** Another producer has the same transactional id. */
  FENCED(false, "Wait until the other client with the same transactional id has finished."),
  /** A topic does not exist, or a broker does not know it yet. */
  UNKNOWN_TOPIC(false, "Create the topic with topics create, or name another one."),
  /** The cluster did not answer, or asked the client to try again. */
  UNAVAILABLE(false, "Check bootstrap.servers, the network and kafka.security.protocol."),
  /** Any other error. */
  OTHER(false, "Fix the cause and try again.");

  private final boolean isPermanent;
  private final String remedy;

  KafkaErrorKind(boolean isPermanent, String remedy) {
    this.isPermanent = isPermanent;
    this.remedy = remedy;
  }

  /** Returns whether the error would occur again after a retry. */
  public boolean isPermanent() {
    return isPermanent;
  }

  /** Returns a remedy in one or two sentences. */
  public String remedy() {
    return remedy;
  }

  /**
   * Returns the kind of an error: that of the first cause that is permanent, or else of the
   * innermost known one.
   */
  public static KafkaErrorKind of(Throwable error) {
    KafkaErrorKind kind = OTHER;
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      KafkaErrorKind ofCause = ofOne(cause);
      if (ofCause.isPermanent()) {
        return ofCause;
      }
      kind = ofCause == OTHER ? kind : ofCause;
    }
    return kind;
  }

  /**
   * Returns whether a client may send the same request again. Its causes do not count: a
   * transaction that was aborted because of a time-out is not retriable.
   */
  public static boolean isRetriable(Throwable error) {
    return error instanceof RetriableException;
  }

  /**
   * Returns a message on one line: the failure, the innermost cause and the remedy.
   *
   * @param failure a clause, such as {@code Topic reviews was not created}
   */
  public static String message(String failure, Throwable error) {
    String cause = innermost(error);
    String sentence = cause.endsWith(".") ? cause : cause + ".";
    return OneLine.of("%s: %s %s".formatted(failure, sentence, of(error).remedy()));
  }

  /** Returns the message of the innermost cause, or its type if it has none. */
  public static String innermost(Throwable error) {
    Throwable last = error;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String message = last.getMessage();
    return message == null || message.isBlank() ? last.getClass().getSimpleName() : message;
  }

  /** Returns the kind of one exception; the subclasses of InvalidConfigurationException first. */
  private static KafkaErrorKind ofOne(Throwable error) {
    if (error instanceof SslAuthenticationException) {
      return TLS;
    }
    if (error instanceof AuthenticationException) {
      return AUTHENTICATION;
    }
    if (error instanceof AuthorizationException) {
      return AUTHORIZATION;
    }
    if (error instanceof UnsupportedVersionException) {
      return UNSUPPORTED_VERSION;
    }
    if (error instanceof RecordTooLargeException) {
      return RECORD_TOO_LARGE;
    }
    if (error instanceof InvalidTimestampException) {
      return INVALID_TIMESTAMP;
    }
    if (error instanceof MissingSourceTopicException) {
      return MISSING_SOURCE_TOPIC;
    }
    if (error instanceof InvalidConfigurationException
        || error instanceof ConfigException
        || error instanceof TopologyException) {
      return INVALID_CONFIGURATION;
    }
    return error instanceof Error ? VIRTUAL_MACHINE : transientKind(error);
  }

  private static KafkaErrorKind transientKind(Throwable error) {
    if (error instanceof ProducerFencedException
        || error instanceof InvalidProducerEpochException) {
      return FENCED;
    }
    if (error instanceof UnknownTopicOrPartitionException) {
      return UNKNOWN_TOPIC;
    }
    return error instanceof RetriableException || error instanceof TimeoutException
        ? UNAVAILABLE
        : OTHER;
  }
}
