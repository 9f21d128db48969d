package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpolationTest {

  private static final Duration SCRAPE = Duration.ofSeconds(10);
  private static final Duration RANGE = Duration.ofMinutes(30);
  private static final QueryVariable INSTANCE =
      new QueryVariable("instance", "up", "instance", ".*");

  private final Interpolation times = Interpolation.of(SCRAPE, Duration.ofSeconds(15), RANGE);

  @Test
  void rateRangeIsAtLeastFourScrapes() {
    assertThat(times.apply("rate(a[$__rate_interval])")).isEqualTo("rate(a[40s])");
  }

  @Test
  void rateRangeCoversTheStepBetweenPoints() {
    Interpolation far = Interpolation.of(SCRAPE, Duration.ofSeconds(60), RANGE);

    assertThat(far.apply("rate(a[$__rate_interval])")).isEqualTo("rate(a[70s])");
  }

  @Test
  void rangeAndIntervalComeFromTheDashboard() {
    assertThat(times.apply("increase(a[$__range]) + increase(a[${__interval}])"))
        .isEqualTo("increase(a[1800s]) + increase(a[15s])");
  }

  @Test
  void allValuesAreTheAllValueOfTheVariable() {
    assertThat(times.withAll(INSTANCE).apply("a{instance=~\"$instance\"}"))
        .isEqualTo("a{instance=~\".*\"}");
  }

  @Test
  void selectedValueIsEscaped() {
    assertThat(times.with(INSTANCE, List.of("10.0.0.1:9404")).apply("a{instance=~\"$instance\"}"))
        .isEqualTo("a{instance=~\"10\\\\.0\\\\.0\\\\.1:9404\"}");
  }

  @Test
  void severalValuesAreAlternatives() {
    assertThat(times.with(INSTANCE, List.of("a", "b")).apply("$instance")).isEqualTo("(a|b)");
  }

  @Test
  void unknownVariableIsRejected() {
    assertThatThrownBy(() -> times.apply("a{model=~\"$model\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a{model=~\"$model\"}");
  }
}
