package io.sentimentstreams.app.kafka;

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
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.TopologyException;

/** The kind of an error of Kafka's clients or of Kafka Streams. Each caller has its remedies. */
public enum KafkaErrorKind {
  /** The TLS handshake failed. */
  TLS(true),
  /** The cluster rejected the credentials. */
  AUTHENTICATION(true),
  /** An ACL is missing. */
  AUTHORIZATION(true),
  /** The brokers do not support a request. */
  UNSUPPORTED_VERSION(true),
  /** A record exceeds the topic's maximum size. */
  RECORD_TOO_LARGE(true),
  /** The topic does not accept a record's timestamp. */
  INVALID_TIMESTAMP(true),
  /** A source topic does not exist. */
  MISSING_SOURCE_TOPIC(true),
  /** The configuration of a client, a topic or the topology is invalid. */
  INVALID_CONFIGURATION(true),
  /** The virtual machine cannot continue, for example without memory. */
  VIRTUAL_MACHINE(true),
  /** Another producer has the same transactional id. */
  FENCED(false),
  /** Any other error. */
  OTHER(false);

  private final boolean isPermanent;

  KafkaErrorKind(boolean isPermanent) {
    this.isPermanent = isPermanent;
  }

  /** Returns whether the error would occur again after a retry. */
  public boolean isPermanent() {
    return isPermanent;
  }

  /** Returns the kind of an error: that of the first cause that is permanent, or else fenced. */
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
    if (error instanceof ProducerFencedException
        || error instanceof InvalidProducerEpochException) {
      return FENCED;
    }
    return error instanceof Error ? VIRTUAL_MACHINE : OTHER;
  }
}
