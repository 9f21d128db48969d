package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatmapBucketTest {

  @Test
  void bucketsDoNotContainLowerBuckets() {
    List<HeatmapBucket> heat =
        HeatmapBucket.of(List.of(bucket("10.0", 7), bucket("+Inf", 8), bucket("2.5", 3)));

    assertThat(heat)
        .containsExactly(
            new HeatmapBucket(2.5, Map.of(1.0, 3.0)),
            new HeatmapBucket(10, Map.of(1.0, 4.0)),
            new HeatmapBucket(Double.POSITIVE_INFINITY, Map.of(1.0, 1.0)));
    assertThat(heat.get(1).highest()).isEqualTo(4);
  }

  private static Series bucket(String bound, double count) {
    return new Series(Map.of("le", bound), List.of(new Series.Point(1, count)));
  }
}
