package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed scores and dead letters, from the first one. Not thread-safe. */
final class OutcomeReader implements AutoCloseable {

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final Topics topics;
  private final KafkaConsumer<String, byte[]> consumer;

  OutcomeReader(String bootstrapServers, Topics topics) {
    this.topics = topics;
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        Stream.of(topics.scores(), topics.deadLetter())
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
  }

  /** Returns the next outcomes. Waits for at most the timeout if there are none. */
  List<Outcome> poll(Duration timeout) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(timeout)) {
      outcomes.add(record.topic().equals(topics.scores()) ? scored(record) : deadLettered(record));
    }
    return outcomes;
  }

  /** Returns whether all committed records have been read. */
  boolean isAtEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Outcome scored(ConsumerRecord<String, byte[]> record) {
    ReviewScore score = decoder.decode(record.value());
    return new Outcome.Scored(
        score.getReviewId(),
        Optional.ofNullable(score.getLabel()),
        Optional.ofNullable(score.getScore()),
        score.getProbabilities().stream()
            .map(LabelProbability::getProbability)
            .max(Comparator.naturalOrder()),
        Optional.ofNullable(score.getLanguage()),
        Optional.ofNullable(score.getModel()).map(ModelReference::getRoute),
        Optional.ofNullable(score.getAbstained()).map(reason -> noAnswer(reason, score)));
  }

  private static NoAnswer noAnswer(AbstainReason reason, ReviewScore score) {
    // No model has counted the tokens of a language without a model.
    Optional<TokenCounts> tokens = Optional.ofNullable(score.getTokens());
    return new NoAnswer(
        reason,
        tokens.map(TokenCounts::getCount).orElse(0),
        tokens.map(TokenCounts::getOutOfVocabulary).orElse(0));
  }

  private static Outcome deadLettered(ConsumerRecord<String, byte[]> record) {
    return new Outcome.DeadLettered(
        record.key(),
        record.topic(),
        header(record, DeadLetterHeaders.REASON),
        header(record, DeadLetterHeaders.MESSAGE));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "(header " + name + " is missing)" : text(header);
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
