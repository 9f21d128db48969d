package io.sentimentstreams.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizingTest {

  @Test
  void aRateNeedsThreadsThatAreNeverFullyLoaded() {
    Sizing sizing = new Sizing(1_000);

    assertThat(sizing.threads(1)).isEqualTo(1);
    assertThat(sizing.threads(600)).isEqualTo(1);
    assertThat(sizing.threads(601)).isEqualTo(2);
    assertThat(sizing.threads(1_000_000)).isEqualTo(1_667);
  }

  @Test
  void everyThreadHasAPartition() {
    assertThat(Sizing.partitions(1)).isEqualTo(12);
    assertThat(Sizing.partitions(12)).isEqualTo(12);
    assertThat(Sizing.partitions(13)).isEqualTo(24);
    assertThat(Sizing.partitions(1_000)).isEqualTo(1_536);
  }

  @Test
  void theTableHasAtLeastTwoPodsOfTwoThreads() {
    assertThat(new Sizing(1_000).table().rows())
        .startsWith(
            List.of("100", "1", "12", "2", "1.25"), List.of("1,000", "2", "12", "2", "1.25"))
        .endsWith(List.of("1,000,000", "1,667", "3,072", "834", "521"));
  }

  @Test
  void aThreadWithoutThroughputIsRejected() {
    assertThatThrownBy(() -> new Sizing(0)).hasMessageContaining("was 0");
  }
}
