package io.sentimentstreams.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;

class TimeArgumentsTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  @Test
  void aMomentIsATimeOrADurationBeforeNow() {
    assertThat(TimeArguments.moment("2026-01-01T00:00:00Z", NOW))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(TimeArguments.moment("90s", NOW)).isEqualTo(NOW.minusSeconds(90));
    assertThat(TimeArguments.moment("PT1H", NOW)).isEqualTo(NOW.minusSeconds(3600));
  }

  @Test
  void aDurationIsShortOrOfIso8601() {
    assertThat(TimeArguments.duration("30m")).isEqualTo(Duration.ofMinutes(30));
    assertThat(TimeArguments.duration("12h")).isEqualTo(Duration.ofHours(12));
    assertThat(TimeArguments.duration("7d")).isEqualTo(Duration.ofDays(7));
    assertThat(TimeArguments.duration("P1DT1H")).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void anythingElseIsNone() {
    assertThatThrownBy(() -> TimeArguments.moment("yesterday", NOW))
        .isInstanceOf(DateTimeParseException.class);
  }
}
