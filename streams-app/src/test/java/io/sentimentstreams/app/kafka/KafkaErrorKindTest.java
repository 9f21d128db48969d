package io.sentimentstreams.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class KafkaErrorKindTest {

  @Test
  void permanentErrorsKeepTheirKindUnderAnyWrapper() {
    assertThat(kind(new SslAuthenticationException("untrusted"))).isEqualTo(KafkaErrorKind.TLS);
    assertThat(kind(new SaslAuthenticationException("wrong password")))
        .isEqualTo(KafkaErrorKind.AUTHENTICATION);
    assertThat(kind(new TopicAuthorizationException("reviews")))
        .isEqualTo(KafkaErrorKind.AUTHORIZATION);
    assertThat(kind(new RecordTooLargeException("2 MB")))
        .isEqualTo(KafkaErrorKind.RECORD_TOO_LARGE);
    assertThat(kind(new ConfigException("no such provider")))
        .isEqualTo(KafkaErrorKind.INVALID_CONFIGURATION);
    assertThat(KafkaErrorKind.RECORD_TOO_LARGE.isPermanent()).isTrue();
  }

  @Test
  void transientErrorsHaveTheirKind() {
    assertThat(kind(new TimeoutException("60 s"))).isEqualTo(KafkaErrorKind.UNAVAILABLE);
    assertThat(kind(new java.util.concurrent.TimeoutException()))
        .isEqualTo(KafkaErrorKind.UNAVAILABLE);
    assertThat(kind(new NotEnoughReplicasException("1 of 2")))
        .isEqualTo(KafkaErrorKind.UNAVAILABLE);
    assertThat(kind(new ThrottlingQuotaExceededException("slow")))
        .isEqualTo(KafkaErrorKind.UNAVAILABLE);
    assertThat(kind(new UnknownTopicOrPartitionException("reviews")))
        .isEqualTo(KafkaErrorKind.UNKNOWN_TOPIC);
    assertThat(kind(new ProducerFencedException("epoch"))).isEqualTo(KafkaErrorKind.FENCED);
    assertThat(kind(new IllegalStateException("bug"))).isEqualTo(KafkaErrorKind.OTHER);
    assertThat(KafkaErrorKind.UNAVAILABLE.isPermanent()).isFalse();
  }

  @Test
  void aPermanentCauseDecidesOverATransientOne() {
    TransactionAbortedException aborted = new TransactionAbortedException("aborted");
    aborted.initCause(new RecordTooLargeException("2 MB"));

    assertThat(kind(aborted)).isEqualTo(KafkaErrorKind.RECORD_TOO_LARGE);
  }

  @Test
  void onlyTheErrorItselfIsRetriableNotItsCause() {
    assertThat(KafkaErrorKind.isRetriable(new TimeoutException("60 s"))).isTrue();
    assertThat(KafkaErrorKind.isRetriable(new NotEnoughReplicasException("1 of 2"))).isTrue();
    assertThat(KafkaErrorKind.isRetriable(new StreamsException(new TimeoutException("60 s"))))
        .isFalse();
  }

  @Test
  void aMessageIsOneLineWithTheInnermostCauseAndTheRemedy() {
    String message =
        KafkaErrorKind.message(
            "Request failed",
            new ExecutionException(new TopicAuthorizationException("Not authorized:\nreviews")));

    assertThat(message)
        .isEqualTo(
            "Request failed: Not authorized: reviews. " + KafkaErrorKind.AUTHORIZATION.remedy());
  }

  private static KafkaErrorKind kind(Throwable cause) {
    return KafkaErrorKind.of(new KafkaException("wrapped", new ExecutionException(cause)));
  }
}
