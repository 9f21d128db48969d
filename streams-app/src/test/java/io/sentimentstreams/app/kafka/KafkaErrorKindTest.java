package io.sentimentstreams.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

class KafkaErrorKindTest {

  @Test
  void subclassesOfAnInvalidConfigurationHaveAKindOfTheirOwn() {
    assertThat(KafkaErrorKind.of(new SslAuthenticationException("t")))
        .isEqualTo(KafkaErrorKind.TLS);
    assertThat(KafkaErrorKind.of(new SaslAuthenticationException("s")))
        .isEqualTo(KafkaErrorKind.AUTHENTICATION);
    assertThat(KafkaErrorKind.of(new TopicAuthorizationException("reviews")))
        .isEqualTo(KafkaErrorKind.AUTHORIZATION);
    assertThat(KafkaErrorKind.of(new UnsupportedVersionException("v")))
        .isEqualTo(KafkaErrorKind.UNSUPPORTED_VERSION);
    assertThat(KafkaErrorKind.of(new ConfigException("c")))
        .isEqualTo(KafkaErrorKind.INVALID_CONFIGURATION);
  }

  @Test
  void aPermanentCauseDecides() {
    ProducerFencedException fenced = new ProducerFencedException("fenced");
    KafkaErrorKind kind = KafkaErrorKind.of(new KafkaException(fenced));
    assertThat(kind).isEqualTo(KafkaErrorKind.FENCED);
    assertThat(kind.isPermanent()).isFalse();

    fenced.initCause(new RecordTooLargeException("2 MB"));

    assertThat(KafkaErrorKind.of(new KafkaException(fenced)))
        .isEqualTo(KafkaErrorKind.RECORD_TOO_LARGE);
  }

  @Test
  void anErrorOfAnyOtherTypeIsTransient() {
    assertThat(KafkaErrorKind.of(new IllegalStateException("unknown")).isPermanent()).isFalse();
  }

  @Test
  void onlyTheExceptionItselfIsRetriableNotItsCauses() {
    assertThat(KafkaErrorKind.isRetriable(new TimeoutException("60 s"))).isTrue();
    assertThat(KafkaErrorKind.isRetriable(new KafkaException(new TimeoutException("60 s"))))
        .isFalse();
  }
}
