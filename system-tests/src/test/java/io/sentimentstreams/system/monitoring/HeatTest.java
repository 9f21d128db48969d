package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatTest {

  @Test
  void eachBucketIsWithoutThoseBelowIt() {
    List<Heat> heat = Heat.of(List.of(bucket("10.0", 7), bucket("+Inf", 8), bucket("2.5", 3)));

    assertThat(heat)
        .containsExactly(
            new Heat(2.5, Map.of(1.0, 3.0)),
            new Heat(10, Map.of(1.0, 4.0)),
            new Heat(Double.POSITIVE_INFINITY, Map.of(1.0, 1.0)));
    assertThat(heat.get(1).highest()).isEqualTo(4);
  }

  private static Series bucket(String bound, double count) {
    return new Series(Map.of("le", bound), List.of(new Series.Point(1, count)));
  }
}
