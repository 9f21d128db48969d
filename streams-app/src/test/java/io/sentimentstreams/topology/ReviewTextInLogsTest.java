package io.sentimentstreams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.config.DeadLetterText;
import io.sentimentstreams.deadletter.DeadLetterSender;
import io.sentimentstreams.deadletter.DeadLetters;
import io.sentimentstreams.input.AvroReviews;
import io.sentimentstreams.metrics.ScoringMeters;
import io.sentimentstreams.model.ActiveModel;
import io.sentimentstreams.model.TinyModel;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.wire.RecordDecoder;
import io.sentimentstreams.wire.RecordEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever becomes of a review, no log repeats what someone wrote, down to DEBUG. */
class ReviewTextInLogsTest {

  private static final String SECRET = "confession";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.sentimentstreams");
  private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
  private Level before = Level.WARN;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.setLevel(Level.DEBUG);
    ours.setLevel(Level.DEBUG);
    seen.start();
    root.addAppender(seen);
  }

  @AfterEach
  void stop() {
    root.detachAppender(seen);
    root.setLevel(before);
    ours.setLevel(Level.OFF);
  }

  @Test
  void neitherAScoreNorADeadLetterPutsTheTextIntoALog() {
    try (ScoringDriver driver = new ScoringDriver(TinyModel.inMemory())) {
      byte[] good = review(SECRET + " good");
      for (byte[] value :
          List.of(
              good,
              review(""),
              (SECRET + " in plain text").getBytes(UTF_8),
              Arrays.copyOf(good, good.length - 3),
              review((SECRET + " ").repeat(500)))) {
        driver.publish(new TestRecord<>(SECRET.getBytes(UTF_8), value, Instant.EPOCH));
      }
    }

    assertThat(logged()).anyMatch(line -> line.contains("event=dead-lettered"));
    assertThat(logged()).noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void aModelThatQuotesTheTextItFailsOnDoesNotPutItIntoALog() {
    ActiveModel model = new ActiveModel(TinyModel.inMemory(), Optional.empty());
    ScoringMeters meters =
        new ScoringMeters(
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            model.reference(),
            model.validated());
    ScoreProcessor processor =
        new ScoreProcessor(
            new ReviewReader(
                new AvroReviews(RecordDecoder.of(ReviewEvent.class)),
                ScoringDriver.REVIEW_MAX_BYTES),
            new ReviewScorer(
                model,
                text -> {
                  throw new IllegalArgumentException("cannot score '" + text + "'");
                },
                encoded -> {
                  throw new IllegalStateException("nothing comes so far");
                },
                meters,
                Clock.systemUTC(),
                ScoreListener.none()),
            () -> RecordEncoder.of(ReviewScore.class),
            new DeadLetters(
                new DeadLetterSender("test", "1.2.3", model.description()),
                ScoringDriver.DEAD_LETTER_MAX_BYTES,
                DeadLetterText.DROP,
                Clock.systemUTC()),
            SubjectKey.none(),
            meters);
    MockProcessorContext<byte[], Outgoing> context = new MockProcessorContext<>();
    context.setRecordMetadata("reviews", 3, 42);
    processor.init(context);

    processor.process(new Record<>(null, review(SECRET), 5));

    assertThat(logged()).anyMatch(line -> line.contains("event=scoring-failed"));
    assertThat(logged()).noneMatch(line -> line.contains(SECRET));
    // Where texts are dropped, the dead letter does not repeat it either.
    assertThat(context.forwarded().get(0).record().headers())
        .noneMatch(header -> new String(header.value(), UTF_8).contains(SECRET));
  }

  private List<String> logged() {
    return seen.list.stream()
        .map(event -> event.getFormattedMessage() + " " + text(event.getThrowableProxy()))
        .toList();
  }

  private static String text(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : thrown.getMessage() + " " + text(thrown.getCause());
  }

  private static byte[] review(String text) {
    return RecordEncoder.of(ReviewEvent.class)
        .encode(new ReviewEvent("r1", null, text, null, null, Instant.ofEpochMilli(7)));
  }
}
