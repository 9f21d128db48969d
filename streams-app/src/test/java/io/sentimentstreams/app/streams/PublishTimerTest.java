package io.sentimentstreams.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.app.metrics.ScoringMeters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublishTimerTest {

  private static final ProducerRecord<byte[], byte[]> RECORD =
      new ProducerRecord<>("review-scores", new byte[] {1});

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ScoringMeters meters = new ScoringMeters(registry);
  private final MockProducer<byte[], byte[]> mock =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

  @Test
  void recordsOfATransactionAreMeasuredAtItsCommit() {
    Producer<byte[], byte[]> producer = timed(true);
    producer.initTransactions();
    producer.beginTransaction();

    var unused = producer.send(RECORD);
    var unusedToo = producer.send(RECORD, (metadata, failure) -> {});
    mock.completeNext();
    assertThat(measured()).isZero();
    producer.commitTransaction();

    assertThat(measured()).isEqualTo(2);
  }

  @Test
  void recordsOfAnAbortedTransactionAreNotMeasured() {
    Producer<byte[], byte[]> producer = timed(true);
    producer.initTransactions();
    producer.beginTransaction();
    var unused = producer.send(RECORD);
    producer.abortTransaction();
    producer.beginTransaction();
    producer.commitTransaction();

    assertThat(measured()).isZero();
  }

  @Test
  void withoutTransactionsRecordsAreMeasuredWhenTheBrokerAcknowledgesThem() {
    Producer<byte[], byte[]> producer = timed(false);
    List<Exception> failures = new ArrayList<>();

    var acknowledged = producer.send(RECORD);
    var failed = producer.send(RECORD, (metadata, failure) -> failures.add(failure));
    assertThat(measured()).isZero();
    mock.completeNext();
    mock.errorNext(new KafkaException("broken"));

    assertThat(measured()).isEqualTo(1);
    assertThat(acknowledged).isDone();
    assertThat(failed).isDone();
    assertThat(failures).singleElement().isInstanceOf(KafkaException.class);
  }

  @Test
  void exceptionsOfTheClientAreThrownAsTheyAre() {
    Producer<byte[], byte[]> producer = timed(true);
    producer.initTransactions();
    mock.fenceProducer();

    assertThatThrownBy(producer::beginTransaction).isInstanceOf(ProducerFencedException.class);
  }

  private Producer<byte[], byte[]> timed(boolean isTransactional) {
    return PublishTimer.of(mock, meters.newPublishLatency(), isTransactional);
  }

  private long measured() {
    return registry.get(MeterDefinition.PUBLISH_LATENCY.getName()).timer().count();
  }
}
