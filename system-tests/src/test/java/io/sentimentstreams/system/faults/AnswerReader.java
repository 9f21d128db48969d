package io.sentimentstreams.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.system.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of the committed answers of a fleet, in its own thread; it feeds the checker. */
final class AnswerReader implements AutoCloseable {

  /** Client id of the consumer. */
  static final String CLIENT = "answers";

  private static final Duration POLL = Duration.ofMillis(100);

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final String scores;
  private final OutcomeChecker answers;
  private final KafkaConsumer<String, byte[]> consumer;
  private final CompletableFuture<Void> reading;
  private volatile Optional<Map<TopicPartition, Long>> until = Optional.empty();

  /** Starts to read both topics from their start. */
  AnswerReader(
      String bootstrapServers,
      String scores,
      String deadLetters,
      int partitions,
      OutcomeChecker answers) {
    this.scores = scores;
    this.answers = answers;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                CLIENT,
                "isolation.level",
                "read_committed",
                "request.timeout.ms",
                10_000,
                // Fails if the topic is truncated below the position.
                "auto.offset.reset",
                "none",
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        Stream.of(scores, deadLetters)
            .flatMap(
                topic -> IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)))
            .toList();
    consumer.assign(all);
    all.forEach(partition -> consumer.seek(partition, 0));
    reading = CompletableFuture.runAsync(this::read, new OwnThread("answers"));
  }

  /** Reads up to the given end offsets and stops. */
  void finish(Map<TopicPartition, Long> ends) {
    until = Optional.of(ends);
    reading.orTimeout(ChildProcess.TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Returns whether it reads; throws the error that stopped it. */
  boolean isReading() {
    if (reading.isDone()) {
      reading.join();
    }
    return !reading.isDone();
  }

  @Override
  public void close() {
    until = Optional.of(Map.of());
    reading.exceptionally(e -> null).join();
    consumer.close();
  }

  private void read() {
    while (!isDone()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        check(record);
      }
    }
  }

  private boolean isDone() {
    return until
        .filter(
            ends ->
                ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue()))
        .isPresent();
  }

  private void check(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(scores)) {
      ReviewScore score = decoder.decode(record.value());
      answers.score(record.partition(), record.key(), score.getReviewId(), score.getScore());
    } else {
      Header reason = record.headers().lastHeader("deadletter.reason");
      answers.deadLetter(
          record.partition(),
          record.key(),
          new String(record.value(), UTF_8),
          reason == null ? "none" : new String(reason.value(), UTF_8));
    }
  }
}
