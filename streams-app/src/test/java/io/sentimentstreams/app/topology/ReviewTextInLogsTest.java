package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No log contains the text of a review, down to DEBUG. */
class ReviewTextInLogsTest {

  private static final String SECRET = BrokenModelDriver.POISON;

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
  void neitherScoresNorDeadLettersLogTheText() {
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

    assertThat(logged()).filteredOn(line -> line.contains("NO_TEXT")).hasSize(1);
    assertThat(logged()).noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void theMessageOfAFailingModelIsNotLogged() {
    BrokenModelDriver broken = new BrokenModelDriver(DeadLetterText.DROP);
    String quoted = String.valueOf(broken.failure().getMessage());

    broken.publish(SECRET.getBytes(UTF_8), review(SECRET));

    assertThat(warnings()).hasSize(1);
    assertThat(logged()).noneMatch(line -> line.contains(SECRET) || line.contains(quoted));
    // With dead.letters.text=drop, the dead letter does not contain the model's message either.
    assertThat(broken.deadLetter().headers())
        .map(header -> new String(header.value(), UTF_8))
        .noneMatch(text -> text.contains(SECRET) || text.contains(quoted));
  }

  private List<ILoggingEvent> warnings() {
    return seen.list.stream().filter(event -> event.getLevel() == Level.WARN).toList();
  }

  private List<String> logged() {
    return seen.list.stream()
        .map(
            event ->
                "%s %s %s"
                    .formatted(
                        event.getFormattedMessage(),
                        event.getKeyValuePairs(),
                        text(event.getThrowableProxy())))
        .toList();
  }

  private static String text(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : thrown.getMessage() + " " + text(thrown.getCause());
  }

  private static byte[] review(String text) {
    return RecordEncoder.of(ReviewEvent.class)
        .encode(new ReviewEvent("r1", null, text, null, null, null, Instant.ofEpochMilli(7)));
  }
}
